import { z } from 'zod'
import { listDecidingPlaces } from '#src/features/deliberation/store/queries-places.ts'
import { eraDay } from '#src/lib/japanese/fiscal-year.ts'
import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { Refusal } from '#src/platform/errors.ts'
import { type Entered, type Problems, readForm } from '#src/platform/form.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { SelectField } from '#src/ui/field.tsx'
import { FormHead } from '#src/ui/form-head.tsx'
import {
  type DecidingPlace,
  decisionFields,
  decisionOf,
  isDecided,
  isWholeDecision,
  placeLabel,
} from '../core/decided-by.ts'
import { permissions } from '../core/permissions.ts'
import { recordVersionDecision } from '../store/commands/version-decisions.ts'
import { planFacts } from '../store/queries/facts.ts'
import { getVersion, type VersionSummary } from '../store/queries/versions.ts'
import { versionsAddress } from './parts/addresses.ts'
import { DecisionFields, unknownPlace } from './parts/decision-fields.tsx'

const decisionForm = z
  .object(decisionFields)
  .refine(isDecided, { path: ['decisionTitle'], message: '何によって決まったかを書いてください' })
  .refine(isWholeDecision, { path: ['decisionDate'], message: '決定の名前と日は、両方書いてください' })

/** Words that were frozen with the version stay: only the place can be added to them. */
const placeForm = z
  .object({ decisionRef: decisionFields.decisionRef })
  .refine(({ decisionRef }) => decisionRef !== '', {
    path: ['decisionRef'],
    message: '決めた会議・議案を選んでください',
  })
  .transform((place) => ({ ...place, decisionTitle: '', decisionDate: '' }))

/** 決定を記録する: a version that was frozen first and decided on afterwards. */
export const versionDecisionPage = page('/staff/versions/:planId/:versionId/decision', {
  audience: 'staff',
  show: (context, { params }) => screen(context, params),
  async submit(context, { params }, form) {
    const read = readForm((await versionOf(context, params)).decision ? placeForm : decisionForm, form)
    if (read.problems) return { ...(await screen(context, params, read)), status: 422 }
    const decision = decisionOf(read.values, await listDecidingPlaces(context))
    if (!decision || decision === 'unknown') {
      const problems = { decisionRef: unknownPlace }
      return { ...(await screen(context, params, { entered: read.entered, problems })), status: 422 }
    }
    await recordVersionDecision(context, { versionId: params.versionId, decision })
    return { seeOther: `${versionsAddress(params.planId)}?notice=saved` }
  },
})

type Named = { planId: string; versionId: string }

async function versionOf(context: Context, { planId, versionId }: Named): Promise<VersionSummary> {
  const version = await getVersion(context, versionId)
  if (version.planId !== planId) throw new Refusal('not-found', '版が見つかりません')
  return version
}

type Typed = { entered?: Entered; problems?: Problems }

async function screen(context: Context, named: Named, typed: Typed = {}): Promise<Screen> {
  authorize(context, permissions, 'freeze-version')
  const version = await versionOf(context, named)
  if (version.decision?.ref) throw new Refusal('conflict', 'この版の決定は、すでに記録されています')
  return {
    title: `${version.label}の決定を記録する`,
    crumbs: [{ label: '版と公開', href: versionsAddress(named.planId) }],
    facts: await planFacts(context, named.planId),
    body: <DecisionForm version={version} places={await listDecidingPlaces(context)} {...typed} />,
  }
}

type FormProps = Typed & { version: VersionSummary; places: readonly DecidingPlace[] }

function DecisionForm({ version, places, entered = {}, problems = {} }: FormProps) {
  const field = (name: string) => ({ name, value: entered[name], problem: problems[name] })
  const { decision, label } = version
  return (
    <>
      <FormHead problems={problems} />
      <h1>{label}の決定を記録する</h1>
      <p class="sb-lead l-measure">
        版の中身は変わりません。記録した決定は、版の公開ページに出ます。あとから書き換えることはできません。
      </p>
      {decision && (
        <p class="l-gap">
          決定：{decision.title}（{eraDay(decision.date)}）。この言葉と日は、そのまま残ります。
        </p>
      )}
      {decision && places.length === 0 ? (
        <p class="l-gap">
          開催した会議や議決された議案が、まだありません。「会議・委員」で記録すると選べます。
        </p>
      ) : (
        <form method="post" class="l-flow-l l-gap">
          {decision ? (
            <SelectField
              {...field('decisionRef')}
              label="決めた会議・議案"
              choices={places.map((place) => ({ value: place.ref, label: placeLabel(place) }))}
              blank="選んでください"
            />
          ) : (
            <DecisionFields field={field} places={places} />
          )}
          <button class="dads-button" type="submit">
            記録する
          </button>
        </form>
      )}
    </>
  )
}
