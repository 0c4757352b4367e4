import { z } from 'zod'
import type { Voice } from '#src/formats/voice.ts'

/** Where an opinion is about (位置): a district, a town or landmark, and the point where somebody knows it. */
export type OpinionPlace = {
  district: string
  town: string
  /** Degrees (JGD2011), both or neither. */
  latitude: number | undefined
  longitude: number | undefined
}

/** The country from 沖ノ鳥島 to 択捉島: a point outside is two numbers in the wrong order, or a slip. */
const isInJapan = (latitude: number, longitude: number) =>
  latitude >= 20 && latitude <= 46 && longitude >= 122 && longitude <= 154

/** Two numbers as maps give them when one copies a point: latitude first. Empty for none, undefined for what is none. */
export function readPoint(typed: string): { latitude?: number; longitude?: number } | undefined {
  const clean = typed.normalize('NFKC').replaceAll('、', ',').trim()
  if (clean === '') return {}
  const found = /^(\d{1,3}(?:\.\d{1,10})?)[\s,]+(\d{1,3}(?:\.\d{1,10})?)$/.exec(clean)
  if (!found) return undefined
  const [latitude, longitude] = [Number(found[1]), Number(found[2])]
  return isInJapan(latitude, longitude) ? { latitude, longitude } : undefined
}

export const placeForm = z.object({
  placeDistrict: z.string().trim().max(60, '地区は60字以内で書いてください').default(''),
  town: z.string().trim().max(60, '町名・目印は60字以内で書いてください').default(''),
  point: z
    .string()
    .default('')
    .transform((typed, context) => {
      const point = readPoint(typed)
      if (point) return point
      context.addIssue({
        code: 'custom',
        message: '緯度、経度の順に「35.9848, 139.9814」の形で書いてください',
      })
      return z.NEVER
    }),
})

export const placeOf = ({ placeDistrict, town, point }: z.infer<typeof placeForm>): OpinionPlace => ({
  district: placeDistrict,
  town,
  latitude: point.latitude,
  longitude: point.longitude,
})

export const isNowhere = ({ district, town, latitude }: OpinionPlace) =>
  district === '' && town === '' && latitude === undefined

export const pointWords = ({ latitude, longitude }: OpinionPlace) =>
  latitude === undefined || longitude === undefined ? '' : `${latitude}, ${longitude}`

/** 「谷和原・小絹（35.9848, 139.9814）」, for the office only. */
export function placeWords(place: OpinionPlace | undefined): string {
  if (!place) return ''
  const point = pointWords(place)
  return [place.district, place.town].filter(Boolean).join('・') + (point && `（${point}）`)
}

/** A place as columns of a list of the office. */
export const placeHead = ['位置（地区）', '位置（町名・目印）', '緯度', '経度']
export const placeCells = (place: OpinionPlace | undefined): string[] => [
  place?.district ?? '',
  place?.town ?? '',
  String(place?.latitude ?? ''),
  String(place?.longitude ?? ''),
]

/** With a sentence, fewer voices than this of one place could be told apart. */
const least = 5

type PlacedVoice = Pick<Voice, 'opinions'>

/**
 * What may be told to everybody of where voices are about: never the point, the town where five voices share it, else the
 * district where five share it, else nothing.
 */
export function coarsenPlaces<Placed extends PlacedVoice>(voices: readonly Placed[]): Placed[] {
  const keys = (opinion: Voice['opinions'][number]) => {
    const { district = '', town = '' } = opinion.place ?? {}
    return { district, both: `${district}\n${town}` }
  }
  const districts = new Map<string, number>()
  const towns = new Map<string, number>()
  for (const { opinions } of voices) {
    const own = opinions.filter(({ place }) => place).map(keys)
    for (const key of new Set(own.map(({ district }) => district)))
      districts.set(key, (districts.get(key) ?? 0) + 1)
    for (const key of new Set(own.map(({ both }) => both))) towns.set(key, (towns.get(key) ?? 0) + 1)
  }
  return voices.map((voice) => ({
    ...voice,
    opinions: voice.opinions.map((opinion) => {
      const { place, ...rest } = opinion
      if (!place) return rest
      const { district, both } = keys(opinion)
      if ((towns.get(both) ?? 0) >= least) return { ...rest, place: { district, town: place.town } }
      return (districts.get(district) ?? 0) >= least ? { ...rest, place: { district, town: '' } } : rest
    }),
  }))
}
