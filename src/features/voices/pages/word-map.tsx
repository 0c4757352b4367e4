import { authorize } from '#src/platform/authorize.ts'
import { page } from '#src/platform/page.ts'
import { AboutScreen } from '#src/ui/parts.tsx'
import { permissions } from '../core/permissions.ts'
import { wordMap } from '../core/word-map-report.ts'
import { wordMapKind } from '../store/commands/analyses.ts'
import { ProgressView } from './parts/groups-view.tsx'
import { getWork, readResult } from './parts/read-result.ts'
import { voicesCrumb } from './parts/voice-tabs.tsx'
import { WordMapView } from './parts/word-map-view.tsx'

/** 語と属性の地図: which words are said more in one district, age band or channel than in the others. */
export const wordMapPage = page('/staff/voices/network/maps/:mapJobId', {
  audience: 'staff',
  async show(context, { params: { mapJobId }, folder }) {
    authorize(context, permissions, 'group-voices')
    const job = await getWork(context, mapJobId, wordMapKind)
    const map = await readResult(context, job, { folder, schema: wordMap })
    const title = map ? `語と${map.by}の図` : '語と属性の図'
    return {
      title,
      crumbs: [voicesCrumb, { label: '語のつながり', href: '/staff/voices/network' }],
      body: (
        <>
          <h1>{title}</h1>
          {map ? (
            <WordMapView map={map} />
          ) : (
            <ProgressView job={job} here={`/staff/voices/network/maps/${mapJobId}`} />
          )}
          <AboutScreen>
            <p>
              対応分析（コレスポンデンス分析）の図です。距離は、語の使われ方の違いを表します。声の数が少ない地区や年代の位置は、1件で大きく動きます。図だけで決めず、表の件数と、もとの声を読んでください。同じ声からは、いつも同じ図が出ます。
            </p>
          </AboutScreen>
        </>
      ),
    }
  },
})
