import { z } from 'zod'
import { dayField } from '#src/features/organization/core/read-day.ts'
import { wordOfMouthWays } from './notice.ts'

/** Members told by letter or by word. */
export const noticeForm = z.object({
  way: z.enum(wordOfMouthWays, '知らせた方法を選んでください'),
  givenOn: dayField('知らせた日'),
})

/** お知らせのアドレス of one member; an empty one is forgotten. */
export const addressForm = z.object({
  addresseeId: z.string().min(1, '委員を選んでください'),
  noticeAddress: z
    .string()
    .default('')
    .transform((typed) => typed.normalize('NFKC').trim())
    .pipe(z.union([z.literal(''), z.email('メールアドレスの形で書いてください')])),
})
