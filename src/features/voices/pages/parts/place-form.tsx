import type { Entered, Problems } from '#src/platform/form.ts'
import { SelectField, TextField } from '#src/ui/field.tsx'
import { Disclosure, Section } from '#src/ui/parts.tsx'
import { type OpinionPlace, pointWords } from '../../core/place.ts'

type PlaceProps = {
  place: OpinionPlace | undefined
  revision: number
  /** A request is usually about a place; of others few are. */
  isExpected: boolean
  districts: readonly string[]
  form: { entered: Entered | undefined; problems: Problems }
}

/** Where an opinion is about: a district, a town or landmark, and a point as numbers. */
export function PlaceForm(props: PlaceProps) {
  const { place, isExpected, form } = props
  const hasProblem = ['placeDistrict', 'town', 'point'].some((name) => form.problems[name] !== undefined)
  return (
    <Section id="place" title="位置">
      {isExpected || place || hasProblem ? (
        <PlaceFields {...props} />
      ) : (
        <Disclosure label="どこのことかを書く">
          <PlaceFields {...props} />
        </Disclosure>
      )}
    </Section>
  )
}

function PlaceFields({ place, revision, districts, form: { entered = {}, problems } }: PlaceProps) {
  return (
    <form method="post" class="sb-form">
      <input type="hidden" name="revision" value={revision} />
      <SelectField
        name="placeDistrict"
        label="どの地区のことか"
        value={entered['placeDistrict'] ?? place?.district}
        problem={problems['placeDistrict']}
        blank="書かない"
        choices={districts.map((one) => ({ value: one, label: one }))}
        width="mid"
      />
      <TextField
        name="town"
        label="町名・目印"
        value={entered['town'] ?? place?.town}
        problem={problems['town']}
        support="例：公民館の前。人の家がわかる書き方はしません。"
        optional
      />
      <TextField
        name="point"
        label="緯度、経度"
        value={entered['point'] ?? (place && pointWords(place))}
        problem={problems['point']}
        support="例：35.9848, 139.9814。地図で写した数字を、そのまま貼れます。公開はしません。"
        inputMode="text"
        width="mid"
        optional
      />
      <button class="dads-button dads-button--secondary" type="submit" name="act" value="place">
        位置を保存する
      </button>
    </form>
  )
}
