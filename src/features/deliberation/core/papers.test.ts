import { expect, test } from 'vitest'
import { xoshiro128From } from '#src/lib/xoshiro128.ts'
import { currentPapers, paperAddress, paperIdIn, predecessorsOf } from './papers.ts'

type Replacing = { id: string; replacesId: string | undefined }
const paper = (id: string, replacesId?: string): Replacing => ({ id, replacesId })

test.each([
  ['素案.PDF', 'mp_0000000001.pdf'],
  ['表.ver2.xlsx', 'mp_0000000001.xlsx'],
  ['', 'mp_0000000001'],
])('the address of %s says what kind of file it is, and names the paper', (fileName, address) => {
  expect(paperAddress({ id: 'mp_0000000001', fileName })).toBe(address)
  expect(paperIdIn(address)).toBe('mp_0000000001')
})

test('a replaced paper no longer stands, and is found behind the one that took its place', () => {
  const papers = [paper('a'), paper('b', 'a'), paper('c', 'b'), paper('d')]
  expect(currentPapers(papers).map(({ id }) => id)).toEqual(['c', 'd'])
  expect(predecessorsOf(paper('c', 'b'), papers).map(({ id }) => id)).toEqual(['b', 'a'])
})

test.each([1, 2, 3, 4, 5])(
  'however papers replace each other, none is lost and none shown twice (seed %i)',
  (seed) => {
    const draw = xoshiro128From(seed)
    const papers: Replacing[] = []
    for (let at = 0; at < 30; at++) {
      const open = currentPapers(papers)
      const isNew = open.length === 0 || draw() % 3 === 0
      papers.push(paper(String(at), isNew ? undefined : open[draw() % open.length]?.id))
    }
    const seen = currentPapers(papers).flatMap((one) => [one, ...predecessorsOf(one, papers)])
    expect(seen.map(({ id }) => id).sort()).toEqual(papers.map(({ id }) => id).sort())
  },
)
