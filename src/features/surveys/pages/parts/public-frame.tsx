import type { Crumb } from '#src/platform/page.ts'
import type { Survey } from '../../core/survey.ts'

/** The way to a page below a survey of the public site. */
export const surveyCrumbs = ({ id, title }: Pick<Survey, 'id' | 'title'>): Crumb[] => [
  { label: '市民意向調査', href: '/surveys' },
  { label: title, href: `/surveys/${id}` },
]
