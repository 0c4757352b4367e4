import { z } from 'zod'

const typed = (text: string) =>
  text.normalize('NFKC').replaceAll(/[,\s]/g, '').replaceAll('−', '-').replace('△', '-')

/** A measured value as people type it: full-width digits, commas and △ are fine; blank is null, never 0. */
export const decimalNumber = (message: string) =>
  z
    .string()
    .transform(typed)
    .pipe(z.string().regex(/^(-?\d{1,12}(\.\d{1,6})?)?$/, message))
    .transform((text) => (text === '' ? null : Number(text)))

/** A whole number that may stay blank. */
export const optionalWholeNumber = (message: string) =>
  z
    .string()
    .transform(typed)
    .pipe(z.string().regex(/^(-?\d{1,9})?$/, message))
    .transform((text) => (text === '' ? null : Number(text)))
