import { getMunicipality } from '#src/features/organization/store/queries.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { type Entered, enteredIn, type Problems, readForm } from '#src/platform/form.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { ProblemSummary, TextArea } from '#src/ui/field.tsx'
import { AboutScreen, Banner } from '#src/ui/parts.tsx'
import { permissions } from '../core/permissions.ts'
import { readReceiptNumber } from '../core/receipt-number.ts'
import { lettersIn, manySubmissions, newSubmission } from '../core/submission.ts'
import { takeInVoice, takeInVoices } from '../store/commands/intake.ts'
import { AttributeFields } from './parts/attribute-fields.tsx'
import { type VoiceTab, VoiceTabs, voicesCrumb } from './parts/voice-tabs.tsx'

/** 200,000 characters as a browser sends them. */
const mostBytes = 4 * 1024 * 1024
const mostLetters = 1000

/** 受付: one voice, keyed in from paper, telephone or the desk. */
export const newVoicePage = page('/staff/voices/new', {
  audience: 'staff',
  maxBytes: mostBytes,
  async show(context, { url }) {
    const receipt = readReceiptNumber(url.searchParams.get('taken') ?? '')
    return screen(context, {
      kind: 'one',
      entered: startOf(context, url),
      problems: {},
      receipts: receipt ? [receipt] : [],
    })
  },
  async submit(context, _visit, form) {
    authorize(context, permissions, 'take-in-voice')
    const read = readForm(newSubmission, form)
    const problems = read.problems ?? deskProblems(read.values.channel)
    if (read.problems || problems) {
      return {
        ...(await screen(context, {
          kind: 'one',
          entered: read.entered,
          problems: problems ?? {},
          receipts: [],
        })),
        status: 422,
      }
    }
    const { receiptNumber } = await takeInVoice(context, { content: read.values })
    const { channel, requestPath = '', method, frame, consent, receivedOn, sessionLabel } = read.values
    const next = new URLSearchParams({
      taken: receiptNumber,
      channel,
      requestPath,
      method,
      frame,
      consent,
      receivedOn,
      sessionLabel,
    })
    return { seeOther: `/staff/voices/new?${next}` }
  },
})

/** まとめて貼り付け: many voices of one occasion, a line or a block each. */
export const manyVoicesPage = page('/staff/voices/many', {
  audience: 'staff',
  maxBytes: mostBytes,
  show: (context, { url }) =>
    screen(context, { kind: 'many', entered: startOf(context, url), problems: {}, receipts: [] }),
  async submit(context, _visit, form) {
    authorize(context, permissions, 'take-in-voice')
    const read = readForm(manySubmissions, form)
    const entered = enteredIn(form)
    const letters = lettersIn(entered['letters'] ?? '')
    const problems = read.problems ?? deskProblems(read.values.channel) ?? countProblems(letters)
    if (read.problems || problems) {
      return {
        ...(await screen(context, { kind: 'many', entered, problems: problems ?? {}, receipts: [] })),
        status: 422,
      }
    }
    if (entered['act'] !== 'apply')
      return screen(context, { kind: 'many', entered, problems: {}, receipts: [], letters })
    const { letters: _, ...common } = read.values
    const taken = await takeInVoices(context, {
      contents: letters.map((original) => ({ ...common, original })),
    })
    return screen(context, {
      kind: 'many',
      entered: {},
      problems: {},
      receipts: taken.map(({ receiptNumber }) => receiptNumber),
    })
  },
})

const deskProblems = (channel: string): Problems | undefined =>
  channel === 'comment' ? { channel: 'パブリックコメントは、案件の「受付」から入れてください' } : undefined

const countProblems = (letters: readonly string[]): Problems | undefined =>
  letters.length > mostLetters
    ? { letters: `一度に${mostLetters}件までです（いま${letters.length}件）` }
    : undefined

/** The next voice of the same occasion begins with what the last one had. */
function startOf(context: Context, url: URL): Entered {
  const kept = ['channel', 'requestPath', 'method', 'frame', 'consent', 'receivedOn', 'sessionLabel']
  const last = Object.fromEntries(kept.map((name) => [name, url.searchParams.get(name) ?? '']))
  return { ...last, receivedOn: last['receivedOn'] || tokyoDay(context.now) }
}

type State = {
  kind: 'one' | 'many'
  entered: Entered
  problems: Problems
  receipts: readonly string[]
  letters?: readonly string[]
}

async function screen(context: Context, state: State): Promise<Screen> {
  authorize(context, permissions, 'take-in-voice')
  const { districts } = await getMunicipality(context)
  const title = state.kind === 'one' ? '声を受け付ける' : '声をまとめて貼り付ける'
  const current: VoiceTab = state.kind === 'one' ? '/staff/voices/new' : '/staff/voices/many'
  return {
    title,
    crumbs: [voicesCrumb],
    body: (
      <>
        <ProblemSummary problems={state.problems} />
        <Receipts receipts={state.receipts} />
        <div class="sb-title">
          <h1>{title}</h1>
        </div>
        <VoiceTabs actor={context.actor} current={current} />
        <IntakeForm {...state} districts={districts} />
        <AboutScreen>
          <p>
            声は、書かれたとおり・話されたとおりに入れます。名前・電話番号・住所は入れません。受付番号は本人に渡してください。
          </p>
        </AboutScreen>
      </>
    ),
  }
}

function Receipts({ receipts }: { receipts: readonly string[] }) {
  const [first] = receipts
  if (!first) return null
  return (
    <Banner
      title={
        receipts.length === 1
          ? `受け付けました。受付番号は ${first} です。`
          : `${receipts.length}件を受け付けました。`
      }
    >
      {receipts.length > 1 && (
        <ul class="l-cluster l-cluster--wide">
          {receipts.map((receipt) => (
            <li key={receipt} class="num">
              {receipt}
            </li>
          ))}
        </ul>
      )}
    </Banner>
  )
}

function IntakeForm({
  kind,
  entered,
  problems,
  districts,
  letters,
}: State & { districts: readonly string[] }) {
  const isMany = kind === 'many'
  return (
    <form method="post" class="sb-form l-gap" noValidate>
      {isMany ? (
        <TextArea
          name="letters"
          label="声"
          value={entered['letters']}
          problem={problems['letters']}
          support="1行に1件。何行かにわたる声は、間に空の行を入れて分けます。"
          rows={12}
          required
        />
      ) : (
        <TextArea
          name="original"
          label="声（原文）"
          value={entered['original']}
          problem={problems['original']}
          support="書かれたとおりに。20万字まで。"
          rows={8}
          required
        />
      )}
      <AttributeFields entered={entered} problems={problems} districts={districts} />
      {letters && <Preview letters={letters} />}
      <div class="l-cluster">
        {isMany && (
          <button
            class={letters ? 'dads-button dads-button--secondary' : 'dads-button'}
            type="submit"
            name="act"
            value="look"
          >
            {letters ? 'もう一度確かめる' : '分かれ方を確かめる'}
          </button>
        )}
        {(!isMany || letters) && (
          <button class="dads-button" type="submit" name="act" value="apply">
            {isMany ? `${letters?.length}件を受け付ける` : '受け付ける'}
          </button>
        )}
      </div>
    </form>
  )
}

function Preview({ letters }: { letters: readonly string[] }) {
  return (
    <section class="sb-box" aria-labelledby="preview">
      <h2 id="preview">{letters.length}件に分かれます（まだ受け付けていません）</h2>
      <ol class="sb-list">
        {letters.slice(0, 100).map((letter, position) => (
          <li key={position} class="sb-prewrap" dir="auto">
            {letter.length > 200 ? `${letter.slice(0, 200)}…` : letter}
          </li>
        ))}
      </ol>
      {letters.length > 100 && <p>ほか{letters.length - 100}件</p>}
    </section>
  )
}
