import { expect, test } from 'vitest'
import { projectByCohortComponent } from './cohort-component.ts'
import { swedenExpected, swedenInputs } from './sweden-1993.ts'

test('Sweden 1993–98 comes out exactly (Preston, Heuveline & Guillot 2001, Box 6.2)', () => {
  const result = projectByCohortComponent(swedenInputs)
  const later = result.population['1998']
  expect(later?.F.map(Math.round)).toEqual(swedenExpected.F)
  expect(later?.M.map(Math.round)).toEqual(swedenExpected.M)
  expect(result.births?.[0]?.byMotherAge.map(Math.round)).toEqual(swedenExpected.birthsByMotherAge)
  expect(result.births?.[0]?.total).toBeCloseTo(swedenExpected.birthsTotal, 2)
})
