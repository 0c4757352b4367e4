import { expect, test } from 'vitest'
import { type Measure, planItem } from '#src/formats/plan-item.ts'
import { measureTextEntered, readMeasureText } from './measure-text-form.ts'

const id = 'me_7k3q9x2d4f'
const measure = planItem.parse({
  id,
  kind: 'measure',
  parentId: 'po_9s3w7z1d5g',
  order: 1,
  title: '子育て環境の充実',
  lead: 'ou_2e5h8k1n4r',
  situation: [{ id: `${id}/situation/p1`, text: '子どもが増えています。' }],
  issues: [{ id: `${id}/issues/p2`, text: '保育所に入りにくい。' }],
  directions: [
    {
      id: `${id}/directions/p3`,
      heading: '受入れの拡大',
      text: '保育士を確保します。',
      addresses: [`${id}/issues/p2`],
    },
  ],
}) as Measure
const base = { measure, lastParagraph: 3, unitIds: new Set(['ou_2e5h8k1n4r', 'ou_6j9m2q5t8w']) }

test('reading back what was shown changes nothing', () => {
  const read = readMeasureText(measureTextEntered(measure), base)
  expect(read).toMatchObject({ lastParagraph: 3 })
  expect({ ...measure, ...('changes' in read ? read.changes : {}) }).toEqual(measure)
})

test('a new issue and a direction that answers it are tied by their rows', () => {
  const read = readMeasureText(
    {
      ...measureTextEntered(measure),
      'issue-2-text': '相談先が分かりにくい。',
      'direction-2-heading': '相談の窓口',
      'direction-2-text': '窓口を一つにします。',
      'direction-2-addresses': '２',
    },
    base,
  )
  expect(read).toMatchObject({
    changes: {
      issues: [{ id: `${id}/issues/p2` }, { id: `${id}/issues/p4` }],
      directions: [{}, { id: `${id}/directions/p5`, addresses: [`${id}/issues/p4`] }],
    },
    lastParagraph: 5,
  })
})

test('an emptied issue goes, and naming it afterwards is a problem beside the field', () => {
  const read = readMeasureText({ ...measureTextEntered(measure), 'issue-1-text': ' ' }, base)
  expect(read.problems).toHaveProperty('direction-1-addresses')
})

test('an unknown unit cannot be made the owner', () => {
  const read = readMeasureText({ ...measureTextEntered(measure), lead: 'ou_0000000000' }, base)
  expect(read.problems).toHaveProperty('lead')
})

test('an id of another measure’s issue is not taken over', () => {
  const read = readMeasureText(
    { ...measureTextEntered(measure), 'issue-1-id': 'me_0000000000/issues/p9', 'direction-1-addresses': '1' },
    base,
  )
  expect(read).toMatchObject({ changes: { issues: [{ id: `${id}/issues/p4` }] } })
})
