import { expect, test } from 'vitest'
import type { Voice } from '#src/formats/voice.ts'
import { coarsenPlaces, placeForm, placeOf, placeWords, readPoint } from './place.ts'

test('a point is two numbers as a map gives them, in any width; what lies outside the country is none', () => {
  const point = { latitude: 35.9848, longitude: 139.9814 }
  for (const typed of ['35.9848, 139.9814', '３５．９８４８、１３９．９８１４', ' 35.9848 139.9814 '])
    expect(readPoint(typed), typed).toEqual(point)
  expect(readPoint('　')).toEqual({})
  for (const typed of ['139.9814, 35.9848', '35.9848', '91, 139', '35.9848, 139.9814, 3', '=1,2', '-35, 139'])
    expect(readPoint(typed), typed).toBeUndefined()
})

test('a place is read from its form and said in words', () => {
  const form = placeForm.parse({ placeDistrict: '谷和原', town: '小絹', point: '35.9848, 139.9814' })
  expect(placeWords(placeOf(form))).toBe('谷和原・小絹（35.9848, 139.9814）')
  expect(placeWords(placeOf(placeForm.parse({ town: '集会所の前' })))).toBe('集会所の前')
  expect(placeWords(undefined)).toBe('')
})

const voice = (town: string, district = '谷和原') => ({
  opinions: [{ place: { district, town, point: [139.98, 35.98] } }] as unknown as Voice['opinions'],
})

test('everybody is told the town of five voices, else the district of five, and never a point', () => {
  const voices = [...Array.from({ length: 5 }, () => voice('小絹')), voice('筒戸'), voice('板橋', '伊奈')]
  const places = coarsenPlaces(voices).map(({ opinions }) => opinions[0]?.place)
  expect(places).toEqual([
    ...Array.from({ length: 5 }, () => ({ district: '谷和原', town: '小絹' })),
    { district: '谷和原', town: '' },
    undefined,
  ])
})

test('one letter with five opinions about one town is one voice', () => {
  const [one] = [voice('小絹')]
  const many = { opinions: Array.from({ length: 5 }, () => one?.opinions[0]) as Voice['opinions'] }
  expect(coarsenPlaces([many])[0]?.opinions.every(({ place }) => place === undefined)).toBe(true)
})
