import { z } from 'zod'
import { bases, levels, type ProjectionInputs } from '#src/lib/demography/projection-inputs.ts'

export const projectionFormat = 'shirube-projection/1'

const number = z.number({ error: '数ではありません（空欄は0ではありません）' })
const values = z.array(number)
const bySex = { M: values, F: values }
const ageValues = z.strictObject(bySex)
const timing = z.enum(['half', 'end'])
const year = z.int().min(1800).max(2300)

/**
 * Migration of one period: none, net rates, net counts, net proportions, or departures and an allocation
 * pool.
 */
const migration = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('net-rate'), ...bySex }),
  z.strictObject({ kind: z.literal('net-count'), timing, ...bySex }),
  z.strictObject({ kind: z.literal('net-proportion'), per: z.enum(['year', 'step']), timing, ...bySex }),
  z.strictObject({
    kind: z.literal('out-alloc'),
    out: ageValues,
    alloc: ageValues,
    pool: z.union([ageValues, z.literal('system')]),
  }),
])

const exposure = z.enum(['half-migrants', 'before-migrants', 'after-migrants'])

/** Births of one period: child–woman ratio, rates by age, or total fertility with its shape. */
const fertility = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('cwr'),
    cwr: number,
    women: z.tuple([z.literal(15), z.literal(49)]),
    sexRatio04: number,
  }),
  z.strictObject({ kind: z.literal('asfr'), asfr: values, srb: number, exposure }),
  z.strictObject({ kind: z.literal('tfr'), tfr: number, shape: values, srb: number, exposure }),
])

const period = z.strictObject({
  from: year,
  to: year,
  openGroup: z.enum(['pooled', 'split']),
  survival: ageValues,
  migration,
  fertility,
  additions: z.array(z.strictObject({ id: z.string(), timing, ...bySex })).optional(),
  control: z
    .strictObject({
      M: values.optional(),
      F: values.optional(),
      total: number.optional(),
      mode: z.enum(['scale', 'rake']),
    })
    .optional(),
})

/** Where figures come from; shown wherever a result is shown. */
const sourceRef = z.strictObject({
  file: z.string().optional(),
  table: z.string().optional(),
  edition: z.string().optional(),
  accessed: z.string().optional(),
  licence: z.string().optional(),
  note: z.string().optional(),
})

/**
 * Everything a projection of one area needs (計画フレームの入力). The types stand in `lib/demography`, which may not
 * know the waist; what the schema gives is checked against them here. Lengths, ranges and contiguity:
 * `checkInputs`.
 */
export const projectionInputs = z.strictObject({
  schema: z.literal(projectionFormat),
  area: z.strictObject({ code: z.string(), name: z.string(), level: z.enum(levels) }),
  basis: z.enum(bases),
  baseDate: z.iso.date('基準日は 2020-10-01 の形です'),
  step: z.union([z.literal(1), z.literal(5)]),
  ages: z.strictObject({ width: z.union([z.literal(1), z.literal(5)]), openFrom: z.int().min(1).max(150) }),
  base: z.strictObject({ ...bySex, unknown: z.strictObject({ M: number, F: number }).optional() }),
  periods: z.array(period).min(1),
  source: z.array(sourceRef).optional(),
}) satisfies z.ZodType<ProjectionInputs>
