import { z } from 'zod'

/** A text of a form: without blanks around it, not longer than it may be. */
export const words = (label: string, longest: number) =>
  z
    .string()
    .default('')
    .transform((text) => text.trim())
    .pipe(z.string().max(longest, `${label}は${longest}字以内で書いてください`))
