import type { Feature } from '#src/platform/feature.ts'
import { deliberation } from './deliberation/feature.ts'
import { organization } from './organization/feature.ts'
import { plan } from './plan/feature.ts'
import { planningFrame } from './planning-frame/feature.ts'
import { planningProcess } from './planning-process/feature.ts'
import { publicComment } from './public-comment/feature.ts'
import { publication } from './publication/feature.ts'
import { requestSheets } from './request-sheets/feature.ts'
import { statistics } from './statistics/feature.ts'
import { surveys } from './surveys/feature.ts'
import { voices } from './voices/feature.ts'

/** Every capability of the system, in the order of the planning process. */
export const features: readonly Feature[] = [
  organization,
  statistics,
  planningFrame,
  surveys,
  plan,
  voices,
  publication,
  requestSheets,
  planningProcess,
  deliberation,
  publicComment,
]
