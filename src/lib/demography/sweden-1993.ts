import type { ProjectionInputs } from './projection-inputs.ts'

/**
 * A textbook example with its results: Sweden 1993–98, Preston, Heuveline & Guillot, Demography (2001), Box
 * 6.2. The book projects women; men have the same figures here and differ only in the youngest group, by the
 * ratio at birth.
 */
const base = [
  293395, 248369, 240012, 261346, 285209, 314388, 281290, 286923, 304108, 324946, 247613, 211351, 215140,
  221764, 223506, 183654, 141990, 112424,
]
const survival = [
  0.994974, 0.9992984741, 0.9995232712, 0.9992553849, 0.998733211, 0.9985198688, 0.9980713616, 0.9970599721,
  0.9953060313, 0.9921826415, 0.9877767343, 0.9815276752, 0.9704654229, 0.952606956, 0.9234718092,
  0.8698603439, 0.7749559022, 0.5179281949,
]
const migrants = [
  6840, 4150, 3365, 5270, 9240, 8230, 5470, 3155, 1770, 1115, 1075, 845, 645, 530, 465, 300, 250, 175,
]

export const swedenInputs: ProjectionInputs = {
  schema: 'shirube-projection/1',
  area: { code: 'SE', name: 'Sweden (textbook)', level: 'other' },
  basis: 'other',
  baseDate: '1993-01-01',
  step: 5,
  ages: { width: 5, openFrom: 85 },
  base: { M: base, F: base },
  periods: [
    {
      from: 1993,
      to: 1998,
      openGroup: 'pooled',
      survival: { M: survival, F: survival },
      migration: { kind: 'net-count', timing: 'half', M: migrants, F: migrants },
      fertility: {
        kind: 'asfr',
        asfr: [
          0.0, 0.0, 0.0, 0.012, 0.0908, 0.1499, 0.1125, 0.0441, 0.0074, 0.0003, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0,
          0.0, 0.0,
        ],
        srb: 1.05,
        exposure: 'half-migrants',
      },
    },
  ],
}

export const swedenExpected = {
  F: [
    302392, 298682, 252007, 244150, 268267, 293515, 320624, 284767, 288031, 303166, 322062, 243989, 205841,
    205516, 205270, 194771, 142565, 131966,
  ],
  M: [
    317340, 298682, 252007, 244150, 268267, 293515, 320624, 284767, 288031, 303166, 322062, 243989, 205841,
    205516, 205270, 194771, 142565, 131966,
  ],
  birthsByMotherAge: [0, 0, 0, 15244, 126688, 229354, 170057, 63203, 10971, 472, 0, 0, 0, 0, 0, 0, 0, 0],
  birthsTotal: 615988.06,
}
