import type { Context } from '#src/platform/context.ts'
import type { SiteIdentity } from '#src/shell/render.tsx'
import { findMunicipality } from './organization/store/queries.ts'

/** Whose site this is: the frame of every page says it. Before anything is set up, the system speaks for itself. */
export async function identityOf(context: Context): Promise<SiteIdentity> {
  const city = await findMunicipality(context)
  if (!city) return { city: '', isInvented: false }
  return {
    city: city.name,
    isInvented: city.isSample,
    ...(city.contactOffice ? { contact: { office: city.contactOffice, lines: city.contactLines } } : {}),
  }
}
