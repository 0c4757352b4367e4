import type { Feature } from '#src/platform/feature.ts'
import { organization } from './organization/feature.ts'
import { plan } from './plan/feature.ts'
import { planningFrame } from './planning-frame/feature.ts'
import { publicComment } from './public-comment/feature.ts'
import { publication } from './publication/feature.ts'
import { surveys } from './surveys/feature.ts'
import { voices } from './voices/feature.ts'

/** Every capability of the system, in the order of the planning process. */
export const features: readonly Feature[] = [
  organization,
  planningFrame,
  surveys,
  plan,
  voices,
  publication,
  publicComment,
]
