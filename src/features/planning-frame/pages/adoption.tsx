import { savePlanHead } from '#src/features/plan/store/commands/concept.ts'
import { findPrimaryPlan, getPlanHead } from '#src/features/plan/store/queries/plans.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { found, unlessStale } from '#src/platform/errors.ts'
import { type Entered, enteredIn, type Problems, readForm } from '#src/platform/form.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { ProblemSummary } from '#src/ui/field.tsx'
import { AboutScreen, Banner } from '#src/ui/parts.tsx'
import { adoptionForm, roundings } from '../core/adoption.ts'
import { frameChapter, withFrameChapter } from '../core/frame-chapter.ts'
import { frameNumber, frameReason } from '../core/frame-reason.ts'
import { permissions } from '../core/permissions.ts'
import { runScenario, type ScenarioRun, tryScenario } from '../core/run-scenario.ts'
import type { Scenario } from '../core/scenario.ts'
import { adoptFrame, withdrawFrame } from '../store/commands.ts'
import {
  findAdoptedFrame,
  getScenario,
  listCounts,
  listDecidingMeetings,
  listFormerFrames,
} from '../store/queries.ts'
import { adoptionAddress, frameAddress } from './parts/addresses.ts'
import { AdoptionForm, FormerFrames, NumberForm } from './parts/adoption-form.tsx'
import { FrameBox } from './parts/frame-box.tsx'
import { ScenarioHead, scenarioScreen, Unprojectable } from './parts/scenario-head.tsx'

/** 計画フレームとして採用: the number of a year, its reason and who decided; or the adoption is taken back. */
export const adoptionPage = page('/staff/frame/:scenarioId/adoption', {
  audience: 'staff',
  async show(context, { params, url }) {
    const scenario = await getScenario(context, params.scenarioId)
    return screen(context, scenario, { entered: Object.fromEntries(url.searchParams), problems: {} })
  },
  async submit(context, { params: { scenarioId } }, form) {
    const scenario = await getScenario(context, scenarioId)
    const entered = enteredIn(form)
    if (entered['act'] === 'withdraw') {
      await withdrawFrame(context, { frameId: entered['frameId'] ?? '' })
      return { seeOther: `${frameAddress}?notice=frame-withdrawn` }
    }
    if (entered['act'] === 'write-chapter') {
      const planId = await writeChapter(context)
      return { seeOther: `/staff/plans/${planId}/concept?notice=saved` }
    }
    const read = readForm(adoptionForm, form)
    if (read.problems) {
      return { ...(await screen(context, scenario, { entered, problems: read.problems })), status: 422 }
    }
    const adopting = await unlessStale(adoptFrame(context, { scenarioId, ...read.values }))
    if (!adopting.isStale) return { seeOther: `${adoptionAddress(scenarioId)}?notice=adopted` }
    const changed = await getScenario(context, scenarioId)
    return { ...(await screen(context, changed, { entered, problems: {}, isStale: true })), status: 409 }
  },
})

type State = { entered: Entered; problems: Problems; isStale?: boolean }

async function screen(context: Context, scenario: Scenario, state: State): Promise<Screen> {
  const frame = await findAdoptedFrame(context)
  const former = await listFormerFrames(context)
  const isAdopted = frame?.scenarioId === scenario.id
  const mayAdopt = mayDo(context.actor, permissions, 'adopt-frame')
  const { run, problems } = { run: undefined, problems: undefined, ...tryScenario(scenario) }
  return {
    ...scenarioScreen(scenario, '/adoption'),
    body: (
      <>
        <ProblemSummary problems={state.problems} />
        {state.isStale && (
          <Banner tone="warn" title="ケースが、開いたあとに直されました。">
            <p>新しい数を確かめて、もう一度採用してください。理由の文は、入力したままです。</p>
          </Banner>
        )}
        <ScenarioHead scenario={scenario} tab="/adoption" isAdopted={isAdopted} />
        {problems && <Unprojectable problems={problems} />}
        {frame && (
          <div class="l-gap">
            {!isAdopted && (
              <p class="l-gap-after">いまは、別のケースを採用しています。採用すると、入れ替わります。</p>
            )}
            <FrameBox frame={frame} />
            {isAdopted && mayAdopt && <ChapterForm />}
            {isAdopted && mayAdopt && <Withdrawal frameId={frame.id} />}
          </div>
        )}
        {run && !isAdopted && mayAdopt && (await adoption(context, { scenario, run, state }))}
        {!mayAdopt && <p class="sb-sub l-gap">採用できるのは、企画（事務局）です。</p>}
        <FormerFrames former={former} />
        <AboutScreen>
          <p>
            採用すると、そのときの入力と仮定が控えられ、ケースは直せなくなります。公開サイトの「計画人口」に、理由と出典と一緒に出ます。
          </p>
          <p>推計は5年おきなので、間の年の数は、前後の年を直線で結んで求めます。</p>
        </AboutScreen>
      </>
    ),
  }
}

/** Writes the frame into the basic concept of the city's plan, where the book prints it. Returns the plan's id. */
async function writeChapter(context: Context): Promise<string> {
  const frame = found(await findAdoptedFrame(context), '採用した計画フレーム')
  const plan = found(await findPrimaryPlan(context), '公開サイトに出す計画')
  const { head, revision } = await getPlanHead(context, plan.id)
  const run = runScenario(frame, { withFan: true })
  const chapter = frameChapter({ frame, run, counts: await listCounts(context) })
  const chapters = withFrameChapter(head.concept.chapters, chapter)
  await savePlanHead(context, {
    planId: plan.id,
    revision,
    changes: { concept: { ...head.concept, chapters } },
  })
  return plan.id
}

function ChapterForm() {
  return (
    <form method="post" class="l-gap">
      <button class="dads-button" name="act" value="write-chapter" type="submit">
        計画の基本構想に書く
      </button>
      <p class="sb-sub">
        「計画フレーム（将来人口）」の章に、計画人口と採用の理由、年ごとの人口・世帯・就業者、推計の方法と確からしさを書きます。もう書いてあれば、新しい文に替えます。計画書に載ります。
      </p>
    </form>
  )
}

function Withdrawal({ frameId }: { frameId: string }) {
  return (
    <form method="post" class="l-gap">
      <input type="hidden" name="frameId" value={frameId} />
      <button class="dads-button dads-button--secondary" name="act" value="withdraw" type="submit">
        採用を取り消す
      </button>
      <p class="sb-sub">公開サイトの「計画人口」がなくなります。決めた記録は残ります。</p>
    </form>
  )
}

type Adopting = { scenario: Scenario; run: ScenarioRun; state: State }

/** Year and rounding first, then the decision, with a first draft of the reason. */
async function adoption(context: Context, { scenario, run, state: { entered, problems } }: Adopting) {
  const { years } = run.result
  const chosen = Number(entered['year'])
  const [first = 0, last = 0] = [years[0], years.at(-1)]
  const year = chosen >= first && chosen <= last ? chosen : last
  const roundedTo = roundings.find((one) => one === Number(entered['roundedTo'])) ?? 100
  const number = frameNumber(run, { year, roundedTo })
  const counts = await listCounts(context)
  const meetings = await listDecidingMeetings(context)
  const drafted: Entered = {
    reason: frameReason({ scenario, run, counts, year, roundedTo }),
    decidedOn: tokyoDay(context.now),
    ...entered,
    year: String(year),
    roundedTo: String(roundedTo),
    revision: String(scenario.revision),
  }
  return (
    <>
      <NumberForm span={[first, last]} year={year} roundedTo={roundedTo} />
      {number && <AdoptionForm {...{ number, meetings, problems }} entered={drafted} />}
    </>
  )
}
