import type {
  AgeValues,
  Fertility,
  Migration,
  PeriodInputs,
  ProjectionInputs,
} from '#src/lib/demography/projection-inputs.ts'
import { randomFrom } from '#src/lib/demography/random.ts'

export type Shape = {
  width?: 1 | 5
  openFrom?: number
  openGroup?: 'pooled' | 'split'
  migration?: Migration['kind']
  timing?: 'half' | 'end'
  fertility?: Fertility['kind']
  exposure?: 'half-migrants' | 'before-migrants' | 'after-migrants'
  steps?: number
  additions?: boolean
  seed?: number
}

/** Every way the engine can be asked, once. */
export function allShapes(): Shape[] {
  const shapes: Shape[] = []
  for (const width of [1, 5] as const)
    for (const openGroup of ['pooled', 'split'] as const)
      for (const timing of ['half', 'end'] as const)
        for (const migration of ['none', 'net-rate', 'net-count', 'net-proportion', 'out-alloc'] as const)
          for (const exposure of ['half-migrants', 'before-migrants', 'after-migrants'] as const)
            for (const additions of [false, true]) {
              const fertility = exposure === 'half-migrants' && additions ? 'cwr' : 'asfr'
              const seed = shapes.length + 1
              shapes.push({
                width,
                openGroup,
                timing,
                migration,
                exposure,
                additions,
                fertility,
                seed,
                steps: 3,
              })
            }
  return shapes
}

/** Plausible inputs drawn from a seed: nobody becomes negative, nothing is real. */
export function inventedInputs(shape: Shape = {}): ProjectionInputs {
  const { width = 5, openFrom = width === 5 ? 90 : 100, steps = 4, seed = 1 } = shape
  const draw = randomFrom(seed)
  const groups = openFrom / width + 1
  const invent = (count: number, least: number, most: number): AgeValues => ({
    M: Array.from({ length: count }, () => least + draw() * (most - least)),
    F: Array.from({ length: count }, () => least + draw() * (most - least)),
  })
  const maker: Maker = { shape, groups, width, invent, draw }
  return {
    schema: 'shirube-projection/1',
    area: { code: `9${String(seed).padStart(4, '0')}`, name: `見本${seed}市`, level: 'municipality' },
    basis: 'census-adjusted',
    baseDate: '2020-10-01',
    step: width,
    ages: { width, openFrom },
    base: invent(groups, 100 * width, 400 * width),
    periods: Array.from({ length: steps }, (_, at) => inventedPeriod(maker, 2020 + at * width)),
  }
}

type Maker = {
  shape: Shape
  groups: number
  width: 1 | 5
  invent: (count: number, least: number, most: number) => AgeValues
  draw: () => number
}

function inventedPeriod(maker: Maker, from: number): PeriodInputs {
  const { shape, groups, width, invent } = maker
  const { openGroup = 'pooled', timing = 'half' } = shape
  const moves = groups + (openGroup === 'split' ? 1 : 0)
  return {
    from,
    to: from + width,
    openGroup,
    survival: invent(moves, 0.7, 1),
    migration: inventedMigration(maker, moves),
    fertility: inventedFertility(maker),
    ...(shape.additions ? { additions: [{ id: 'site', timing, ...invent(groups, 0, 5) }] } : {}),
  }
}

function inventedMigration({ shape, groups, invent }: Maker, moves: number): Migration {
  const { migration = 'net-rate', timing = 'half' } = shape
  switch (migration) {
    case 'none':
      return { kind: 'none' }
    case 'net-rate':
      return { kind: 'net-rate', ...invent(moves, -0.1, 0.1) }
    case 'net-count':
      return { kind: 'net-count', timing, ...invent(groups, -5, 20) }
    case 'net-proportion':
      return { kind: 'net-proportion', per: 'year', timing, ...invent(groups, -0.01, 0.02) }
    case 'out-alloc':
      return {
        kind: 'out-alloc',
        out: invent(moves, 0, 0.1),
        alloc: invent(moves, 0, 0.2),
        pool: invent(moves, 0, 500),
      }
  }
}

function inventedFertility({ shape, groups, width, draw }: Maker): Fertility {
  const { fertility = 'cwr', exposure = 'half-migrants' } = shape
  const rates = Array.from({ length: groups }, (_, group) =>
    group * width >= 15 && group * width < 50 ? 0.1 * draw() : 0,
  )
  const sum = rates.reduce((total, rate) => total + rate, 0)
  if (fertility === 'cwr') return { kind: 'cwr', cwr: 0.2, women: [15, 49], sexRatio04: 1.052 }
  if (fertility === 'asfr') return { kind: 'asfr', asfr: rates, srb: 1.05, exposure }
  return { kind: 'tfr', tfr: 1.4, shape: rates.map((rate) => rate / sum), srb: 1.05, exposure }
}
