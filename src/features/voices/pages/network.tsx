import { authorize } from '#src/platform/authorize.ts'
import { enteredIn } from '#src/platform/form.ts'
import { listJobs } from '#src/platform/jobs/jobs.ts'
import { page } from '#src/platform/page.ts'
import { SelectField } from '#src/ui/field.tsx'
import { AboutScreen, Section } from '#src/ui/parts.tsx'
import { permissions } from '../core/permissions.ts'
import { networkPicture } from '../core/suggestions.ts'
import { type MapAttribute, mapAttributes } from '../core/word-map-report.ts'
import { networkKind, orderNetwork, orderWordMap, wordMapKind } from '../store/commands/analyses.ts'
import { listHeard } from '../store/queries/voices.ts'
import { ProgressView } from './parts/groups-view.tsx'
import { NetworkView } from './parts/network-view.tsx'
import { getWork, readResult } from './parts/read-result.ts'
import { RunList } from './parts/run-list.tsx'
import { VoiceTabs, voicesCrumb } from './parts/voice-tabs.tsx'

const about = (
  <AboutScreen>
    <p>
      同じ声の中で、いっしょに使われる語を線で結びます。線の強さはJaccard係数（どちらかの語がある声のうち、両方がある声の割合）、かたまりはLouvain法、置き方はForceAtlas2法です。同じ文面の声は1件と数えます。同じ声からは、いつも同じ図が出ます。
    </p>
  </AboutScreen>
)

/** 語のつながり: asks for the network of words, and lists those that were made. */
export const networkPage = page('/staff/voices/network', {
  audience: 'staff',
  async show(context) {
    authorize(context, permissions, 'group-voices')
    return {
      title: '語のつながり',
      crumbs: [voicesCrumb],
      body: (
        <>
          <div class="sb-title">
            <h1>語のつながり</h1>
          </div>
          <VoiceTabs actor={context.actor} current="/staff/voices/network" />
          <form method="post" class="sb-box l-flow l-gap">
            <p>いまある全部の意見から、いっしょに使われる語の図をつくります。</p>
            <button class="dads-button" type="submit">
              図をつくる
            </button>
          </form>
          <RunList
            jobs={await listJobs(context, [networkKind], 5)}
            title="つくった図"
            here="/staff/voices/network"
          />
          <Section id="map" title="地区・年代による語の違い">
            <form method="post" class="sb-box l-flow">
              <p>どの語が、どの地区や年代の声でよく使われるかを、図と表にします。</p>
              <SelectField
                name="attribute"
                label="何で分けるか"
                value="district"
                choices={Object.entries(mapAttributes).map(([value, label]) => ({ value, label }))}
                width="short"
              />
              <button class="dads-button dads-button--secondary" type="submit" name="act" value="map">
                違いの図をつくる
              </button>
            </form>
          </Section>
          <RunList
            jobs={await listJobs(context, [wordMapKind], 5)}
            id="maps"
            title="つくった違いの図"
            here="/staff/voices/network/maps"
          />
          {about}
        </>
      ),
    }
  },
  async submit(context, { wakeJobs }, form) {
    authorize(context, permissions, 'group-voices')
    const { act, attribute } = enteredIn(form)
    if (act === 'map') {
      const jobId = await orderWordMap(context, { attribute: attributeOf(attribute) })
      wakeJobs()
      return { seeOther: `/staff/voices/network/maps/${jobId}` }
    }
    const jobId = await orderNetwork(context, {})
    wakeJobs()
    return { seeOther: `/staff/voices/network/${jobId}` }
  },
})

const attributeOf = (asked: string | undefined): MapAttribute =>
  asked === 'ageBand' || asked === 'channel' ? asked : 'district'

/** One network: picture, and the same as tables with the voices behind each line. */
export const networkResultPage = page('/staff/voices/network/:networkJobId', {
  audience: 'staff',
  async show(context, { params: { networkJobId }, folder }) {
    authorize(context, permissions, 'group-voices')
    const job = await getWork(context, networkJobId, networkKind)
    const picture = await readResult(context, job, { folder, schema: networkPicture })
    const heard = picture ? new Map((await listHeard(context)).map((one) => [one.id, one])) : undefined
    return {
      title: '語のつながりの図',
      crumbs: [voicesCrumb, { label: '語のつながり', href: '/staff/voices/network' }],
      body: (
        <>
          <h1>語のつながりの図</h1>
          {picture && heard ? (
            <NetworkView picture={picture} heard={heard} />
          ) : (
            <ProgressView job={job} here={`/staff/voices/network/${networkJobId}`} />
          )}
          {about}
        </>
      ),
    }
  },
})
