import { expect, test } from 'vitest'
import { onEveryDatabase } from '#test/context.ts'
import { spamLimits } from '../../core/comment-form.ts'
import { countSending } from './count-sending.ts'

onEveryDatabase((contextAs) => {
  const { db } = contextAs('public')
  const auth = { db, secret: 'x' } as unknown as Parameters<typeof countSending>[0]['auth']
  const sendAt = (seconds: number, clientAddress: string) =>
    countSending({ auth, clientAddress, now: new Date(Date.UTC(2026, 3, 1, 0, 0, seconds)) })

  test('a flood from one place waits to be looked at, then comes slowly; nobody there is ever shut out', async () => {
    for (let number = 1; number <= spamLimits.heldFrom; number += 1)
      expect(await sendAt(number, '192.0.2.1')).toEqual({ isTooMany: false, heldReason: '' })
    const held = await sendAt(30, '192.0.2.1')
    expect(held).toMatchObject({ isTooMany: false, heldReason: expect.stringContaining('同じ接続元') })
    for (let number = spamLimits.heldFrom + 2; number <= spamLimits.mostAnHour; number += 1)
      await sendAt(60, '192.0.2.1')
    const minute = await Promise.all(Array.from({ length: 20 }, () => sendAt(61, '192.0.2.1')))
    expect(minute.filter(({ isTooMany }) => !isTooMany)).toHaveLength(spamLimits.slowMost)
    expect((await sendAt(61 + 60, '192.0.2.1')).isTooMany).toBe(false)
    expect(await sendAt(61, '198.51.100.7')).toEqual({ isTooMany: false, heldReason: '' })
  })
})
