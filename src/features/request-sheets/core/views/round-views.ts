import { indicatorView } from './indicator-view.ts'
import { measureView } from './measure-view.ts'
import { overlapView } from './overlap-view.ts'
import { changesView, costViews } from './project-views.ts'
import { relationView } from './relation-view.ts'
import type { RoundView, ViewGround } from './round-view.ts'

/** The views whose fields the form of the round has, in the order they are read. A round without such fields has none. */
export const roundViews = (ground: ViewGround): RoundView[] =>
  [
    measureView(ground),
    indicatorView(ground),
    overlapView(ground),
    relationView(ground),
    changesView(ground),
    ...costViews(ground),
  ].filter((view) => view !== undefined)
