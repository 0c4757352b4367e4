import { z } from 'zod'

/** A text that may be left out. */
export const words = (label: string, longest: number) =>
  z
    .string()
    .default('')
    .transform((text) => text.trim())
    .pipe(z.string().max(longest, `${label}は${longest}字以内で書いてください`))

/** A text that must be given. */
export const needed = (label: string, longest: number) =>
  words(label, longest).pipe(z.string().min(1, `${label}を書いてください`))

/** The id of something chosen; none where the first choice was left. */
export const optionalId = z
  .string()
  .default('')
  .transform((id) => id || undefined)
