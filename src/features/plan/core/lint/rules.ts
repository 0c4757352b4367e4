import { eraYear } from './dc001-era-year.ts'
import { termVariant } from './dc002-term-variant.ts'
import { unexplainedWord } from './dc003-unexplained-word.ts'
import { otherThanTable } from './dc004-other-than-table.ts'
import { figureWithoutWords } from './dc005-figure-without-words.ts'
import { bareTable } from './dc006-bare-table.ts'
import { colourOnly } from './dc007-colour-only.ts'
import { skippedHeading } from './dc008-skipped-heading.ts'
import { longSentence } from './dc009-long-sentence.ts'
import { mixedWidth } from './dc010-mixed-width.ts'
import { wrongTotal } from './dc011-wrong-total.ts'
import { lostReference } from './dc012-lost-reference.ts'
import { noEvidence } from './ev001-no-evidence.ts'
import { bareNumber } from './ev002-bare-number.ts'
import { drift } from './ev003-drift.ts'
import { oldEvidence } from './ev004-old-evidence.ts'
import { brokenLogic } from './ev005-broken-logic.ts'
import { unmetNeed } from './ev006-unmet-need.ts'
import { unrated } from './ev008-unrated.ts'
import { oneSided } from './ev009-one-sided.ts'
import { fewAnswers } from './ev010-few-answers.ts'
import type { Rule, RuleGroup } from './finding.ts'
import { sourcesDiffer } from './fn001-sources-differ.ts'
import { noBudget } from './fn002-no-budget.ts'
import { shrinkingPriority } from './fn004-shrinking-priority.ts'
import { sameHours } from './fn005-same-hours.ts'
import { noLegalBasis } from './fn006-no-legal-basis.ts'
import { noBaseline } from './in001-no-baseline.ts'
import { noTarget } from './in002-no-target.ts'
import { noUnit } from './in003-no-unit.ts'
import { unitWidth } from './in004-unit-width.ts'
import { targetRunsBackwards } from './in005-target-runs-backwards.ts'
import { targetIsBaseline } from './in006-target-is-baseline.ts'
import { oldBaseline } from './in007-old-baseline.ts'
import { yearOutside } from './in008-year-outside.ts'
import { percentOutside } from './in009-percent.ts'
import { onlyOutput } from './in010-only-output.ts'
import { outcomeIsOutput } from './in011-outcome-is-output.ts'
import { spendingAsOutcome } from './in012-spending-as-outcome.ts'
import { timesAsOutcome } from './in013-times-as-outcome.ts'
import { neverMoves } from './in014-never-moves.ts'
import { neverMeasured } from './in015-never-measured.ts'
import { accumulationUnclear } from './in016-accumulation.ts'
import { alreadyThere } from './in017-already-there.ts'
import { tooFast } from './in018-too-fast.ts'
import { noSource } from './in019-no-source.ts'
import { rareSource } from './in020-rare-source.ts'
import { withinMargin } from './in021-within-margin.ts'
import { otherPopulation } from './in022-other-population.ts'
import { silentRestatement } from './in023-silent-restatement.ts'
import { interimOffTheWay } from './in024-interim.ts'
import { shrinkingGroup } from './in025-shrinking-group.ts'
import { noDirection } from './in026-no-direction.ts'
import { copiedRationale } from './in027-copied-rationale.ts'
import { noCriterion } from './in028-no-criterion.ts'
import { knownTooLate } from './in029-known-too-late.ts'
import { noOwner } from './ow001-no-owner.ts'
import { ownerGone } from './ow002-owner-gone.ts'
import { tooMany } from './ow003-too-many.ts'
import { updateLate } from './ow004-update-late.ts'
import { changedAfterReport } from './ow005-changed-after-report.ts'
import { sheetOpen } from './ow006-sheet-open.ts'
import { openViews } from './ow007-open-views.ts'
import { silentOwner } from './ow008-silent-owner.ts'
import { promiseWithoutChange } from './ow009-promise-without-change.ts'
import { manyGoals } from './sd001-many-goals.ts'
import { bareGoal } from './sd002-bare-goal.ts'
import { unknownCode } from './sd003-unknown-code.ts'
import { earlyTarget } from './sd004-early-target.ts'
import { goalUnserved } from './sd005-goal-unserved.ts'
import { parentMissing } from './st001-parent.ts'
import { doubled } from './st002-doubled.ts'
import { noOutcome } from './st003-no-outcome.ts'
import { noProgram } from './st004-no-program.ts'
import { loneChild } from './st005-lone-child.ts'
import { orderBroken } from './st006-order.ts'
import { brokenReference } from './st007-broken-reference.ts'
import { shortTexts } from './st008-short-texts.ts'
import { sameTitle } from './st009-same-title.ts'
import { barePriority } from './st010-bare-priority.ts'
import { periodDisagrees } from './st011-period.ts'
import { unansweredIssue } from './st012-unanswered-issue.ts'
import { emptyRole } from './st013-empty-role.ts'
import { noPrinciple } from './st014-no-principle.ts'
import { waitingRules } from './waiting-rules.ts'
import { otherTarget } from './xp001-other-target.ts'
import { otherBaseline } from './xp002-other-baseline.ts'
import { otherMeaning } from './xp003-other-meaning.ts'
import { similarName } from './xp004-similar-name.ts'
import { endsEarly } from './xp006-ends-early.ts'
import { lostItem } from './xp007-lost-item.ts'
import { expiredPlan } from './xp008-expired.ts'
import { otherFuture } from './xp009-other-future.ts'
import { twoOwners } from './xp010-two-owners.ts'
import { unlinkedPlan } from './xp012-unlinked-plan.ts'
import { missingKpi } from './xp014-missing-kpi.ts'

/** The groups of the rules, as pages name them. */
export const ruleGroupLabels: Record<RuleGroup, string> = {
  ST: '体系',
  IN: '指標',
  XP: '他の計画',
  EV: '根拠',
  OW: '担当と手続',
  FN: '費用',
  DC: '文書',
  SD: 'SDGsとタグ',
  PR: '重点化',
}

const ready: readonly Rule[] = [
  parentMissing,
  doubled,
  noOutcome,
  noProgram,
  loneChild,
  orderBroken,
  brokenReference,
  shortTexts,
  sameTitle,
  barePriority,
  periodDisagrees,
  unansweredIssue,
  emptyRole,
  noPrinciple,
  noBaseline,
  noTarget,
  noUnit,
  unitWidth,
  targetRunsBackwards,
  targetIsBaseline,
  oldBaseline,
  yearOutside,
  percentOutside,
  onlyOutput,
  outcomeIsOutput,
  spendingAsOutcome,
  timesAsOutcome,
  neverMoves,
  neverMeasured,
  accumulationUnclear,
  alreadyThere,
  tooFast,
  noSource,
  rareSource,
  withinMargin,
  otherPopulation,
  silentRestatement,
  interimOffTheWay,
  shrinkingGroup,
  noDirection,
  copiedRationale,
  noCriterion,
  knownTooLate,
  noOwner,
  ownerGone,
  tooMany,
  updateLate,
  eraYear,
  termVariant,
  unexplainedWord,
  longSentence,
  mixedWidth,
  otherThanTable,
  figureWithoutWords,
  bareTable,
  colourOnly,
  skippedHeading,
  wrongTotal,
  lostReference,
  manyGoals,
  bareGoal,
  unknownCode,
  earlyTarget,
  goalUnserved,
  noEvidence,
  bareNumber,
  drift,
  oldEvidence,
  brokenLogic,
  unmetNeed,
  unrated,
  oneSided,
  fewAnswers,
  sourcesDiffer,
  noBudget,
  shrinkingPriority,
  sameHours,
  noLegalBasis,
  otherTarget,
  otherBaseline,
  otherMeaning,
  similarName,
  lostItem,
  twoOwners,
  missingKpi,
  endsEarly,
  expiredPlan,
  otherFuture,
  unlinkedPlan,
  changedAfterReport,
  sheetOpen,
  openViews,
  silentOwner,
  promiseWithoutChange,
]

/** All 107 rules by id; those that wait for another room have no check yet and report `not-run`. */
export const rules: readonly Rule[] = [...ready, ...waitingRules].sort((a, b) => (a.id < b.id ? -1 : 1))
