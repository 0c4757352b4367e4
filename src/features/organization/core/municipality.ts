import { z } from 'zod'
import { prefectureOf } from './prefectures.ts'

/**
 * 市町村: the city this installation is for.
 *
 * The prefecture follows from the code and is not kept beside it.
 */
export type Municipality = {
  code: string
  name: string
  kana: string
  prefecture: string
  districts: string[]
  contactOffice: string
  contactLines: string[]
  /** Loaded as the sample town: its content is invented. */
  isSample: boolean
  revision: number
}

/** The check digit of a 全国地方公共団体コード: 11 less the weighted sum of the first five digits by modulus 11. */
export function hasRightCheckDigit(code: string): boolean {
  const digits = [...code].map(Number)
  const sum = digits.slice(0, 5).reduce((total, digit, position) => total + digit * (6 - position), 0)
  return (11 - (sum % 11)) % 10 === digits[5]
}

const municipalityCode = z
  .string()
  .transform((typed) => typed.normalize('NFKC').trim())
  .pipe(
    z
      .string()
      .regex(/^\d{6}$/, '全国地方公共団体コードは6けたの数字で書いてください（例：082350）')
      .refine((code) => prefectureOf(code) !== undefined, '最初の2けたは、都道府県の番号（01〜47）です')
      .refine(hasRightCheckDigit, '最後のけた（検査数字）が合いません。6けたを確かめてください'),
  )

const parted = (sign: RegExp) => (typed: string) =>
  typed
    .split(sign)
    .map((part) => part.trim())
    .filter((part) => part !== '')

/** What is entered about the city. Districts are parted by 、 or line, contact lines by line. */
export const municipalityForm = z.object({
  code: municipalityCode,
  name: z.string().trim().min(1, '市町村の名前を書いてください').max(40, '名前は40字以内で書いてください'),
  kana: z.string().trim().max(80, 'よみは80字以内で書いてください').default(''),
  districts: z
    .string()
    .default('')
    .transform(parted(/[\n、,，]/))
    .refine((districts) => districts.length <= 200, '地区は200までにしてください')
    .refine((districts) => new Set(districts).size === districts.length, '同じ地区が2回あります'),
  contactOffice: z.string().trim().max(100, '課の名前は100字以内で書いてください').default(''),
  contactLines: z
    .string()
    .default('')
    .transform(parted(/\n/))
    .refine((lines) => lines.length <= 10, '10行までにしてください')
    .refine((lines) => lines.every((line) => line.length <= 100), '1行は100字以内で書いてください'),
})

export type MunicipalityContent = z.infer<typeof municipalityForm>
