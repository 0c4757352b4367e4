import type { Entered, Problems } from '#src/platform/form.ts'
import { SelectField, TextField } from '#src/ui/field.tsx'
import { Section } from '#src/ui/parts.tsx'
import { type OpinionPlace, pointWords } from '../../core/place.ts'

type PlaceProps = {
  place: OpinionPlace | undefined
  revision: number
  districts: readonly string[]
  form: { entered: Entered | undefined; problems: Problems }
}

/** Where an opinion is about: a district, a town or landmark, and a point as numbers. */
export function PlaceForm({ place, revision, districts, form: { entered = {}, problems } }: PlaceProps) {
  return (
    <Section id="place" title="位置">
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
          support="例：小絹 集会所の前。人の家がわかる書き方はしません。"
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
    </Section>
  )
}
