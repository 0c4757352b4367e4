import { z } from 'zod'

/** A time of day as people write it (14:00, 9時30分), kept as `HH:MM`; may be left out. */
export const clockField = (label: string) =>
  z
    .string()
    .default('')
    .transform((typed) =>
      typed.normalize('NFKC').trim().replace('時', ':').replace(/分$/, '').replace(/:$/, ':00'),
    )
    .pipe(z.string().regex(/^(([01]?\d|2[0-3]):[0-5]\d)?$/, `${label}は 14:00 のように書いてください`))
    .transform((time) => (time === '' ? '' : time.padStart(5, '0')))
