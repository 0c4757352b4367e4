/** How a post is held: 本務, 兼務 (besides another), 代理 (acting). */
export const postKindLabels = { regular: '本務', additional: '兼務', acting: '代理' } as const

export type PostKind = keyof typeof postKindLabels
export const postKinds = Object.keys(postKindLabels) as [PostKind]

/** 職: what a person is in a unit from a day to a day. `unitId` null: of the whole city, as 市長 and 教育長 are. */
export type Post = {
  unitId: string | null
  title: string
  kind: PostKind
  validFrom: string
  /** The last day. */
  validTo: string | undefined
}

/** 職員: a name and its posts, nothing else. Contact data belong to nobody here. */
export type Person = { id: string; name: string; kana: string; posts: Post[]; revision: number }

export const isHeldOn = ({ validFrom, validTo }: Post, day: string) =>
  validFrom <= day && (validTo === undefined || validTo >= day)

/** Whether two 本務 are held at once, which cannot be: one of them is 兼務 or has ended. */
export function hasTwoRegularPosts(posts: readonly Post[]): boolean {
  const regular = posts.filter(({ kind }) => kind === 'regular')
  return regular.some((one, position) =>
    regular
      .slice(position + 1)
      .some(
        (other) =>
          (one.validTo === undefined || other.validFrom <= one.validTo) &&
          (other.validTo === undefined || one.validFrom <= other.validTo),
      ),
  )
}

/** A name as it is compared: 見本　太郎 and 見本太郎 are the same. */
export const comparedName = (name: string) => name.normalize('NFKC').replaceAll(/\s/g, '')

export type PeopleFilter = { words: string; unitId: string; day: string }

/** The people whose name or reading holds the words, with a post in the unit on that day (of any unit: with or without). */
export function filterPeople(people: readonly Person[], { words, unitId, day }: PeopleFilter): Person[] {
  const wanted = searched(words)
  return people.filter(
    ({ name, kana, posts }) =>
      (searched(name).includes(wanted) || searched(kana).includes(wanted)) &&
      (unitId === '' || posts.some((post) => post.unitId === unitId && isHeldOn(post, day))),
  )
}

/** Katakana is searched as hiragana. */
const searched = (text: string) =>
  comparedName(text)
    .toLowerCase()
    .replaceAll(/[\u30a1-\u30f6]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0x60))
