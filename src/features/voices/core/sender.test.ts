import { expect, test } from 'vitest'
import { senderWords } from './sender.ts'

const person = { name: '見本　太郎', address: '小絹1-2', reach: '' }

test('one person is one, however name and address are typed', () => {
  expect(senderWords({ name: '見本太郎', address: '小絹１－２', reach: 'a@b.example' })).toEqual(
    senderWords(person),
  )
  expect(senderWords({ ...person, address: '小絹1-3' })).not.toEqual(senderWords(person))
  expect(senderWords({ ...person, name: '見本花子' })).not.toEqual(senderWords(person))
})

test('a name alone is nobody in particular; with a number to reach it is', () => {
  expect(senderWords({ ...person, address: '' })).toBeUndefined()
  expect(senderWords({ ...person, name: '' })).toBeUndefined()
  expect(senderWords({ ...person, address: '', reach: '029-000' })).toEqual(
    senderWords({ ...person, address: '', reach: '029000' }),
  )
  expect(senderWords({ ...person, address: '', reach: '小絹1-2' })).not.toEqual(senderWords(person))
})
