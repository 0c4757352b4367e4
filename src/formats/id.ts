import { z } from 'zod'

/** A permanent id: two letters for the kind, ten of Crockford base32 (`me_7k3q9x2d4f`). Prefixes: docs/glossary.md. */
export const id = z
  .string()
  .regex(/^[a-z]{2}_[0-9a-hjkmnp-tv-z]{10}$/, 'id の形ではありません（例：me_7k3q9x2d4f）')

/** A paragraph's permanent id: that of its item, the field, and a number that is never given twice (`me_…/issues/p3`). */
export const paragraphId = z
  .string()
  .regex(/^[a-z]{2}_[0-9a-hjkmnp-tv-z]{10}\/[a-z]+\/p\d{1,4}$/, '段落の id の形ではありません')

/** A day of Asia/Tokyo, `YYYY-MM-DD`. */
export const day = z.iso.date('日付は 2026-04-01 の形で書いてください')

/** Fiscal year by the calendar year in which it begins: 2026 is 令和8年度. */
export const fiscalYear = z.int().min(1868).max(2200)

/** Plain words or restricted Markdown that people write (see `lib/text/markdown.ts`). */
export const words = z
  .string()
  .max(20_000)
  .refine(
    (text) => text.isWellFormed() && !text.includes('\u0000'),
    '文字として読めないもの（NUL、半端なサロゲート）が含まれています',
  )
