import { groupedNumber } from '#src/lib/text/number-format.ts'
import { NoValue, ScrollFrame } from '#src/ui/parts.tsx'
import { fieldLabels } from '../../core/compared-items.ts'
import type { Dataset } from '../../core/dataset-form.ts'
import type { ProvisionLine } from '../../core/profile.ts'
import { shortTime } from '../../core/times.ts'
import { comparisonOf } from './addresses.ts'
import { SourceNote } from './source-note.tsx'

type ProvisionTableProps = {
  areaCode: string
  lines: readonly ProvisionLine[]
  datasets: readonly Dataset[]
}

/** 充実度: what there is by residents, with how each number is made. */
export function ProvisionTable({ areaCode, lines, datasets }: ProvisionTableProps) {
  if (lines.every(({ latest }) => !latest)) {
    return <p>充実度を出せる資料（SSDSE-A）が、この市区町村にはまだありません。</p>
  }
  return (
    <>
      <ScrollFrame label="充実度">
        <table class="dads-table sb-broad">
          <caption>人口などで割って、大きさの違う市とくらべられるようにした数</caption>
          <thead>
            <tr>
              <th scope="col">分野</th>
              <th scope="col">項目</th>
              <th scope="col" class="is-num">
                値
              </th>
              <th scope="col">求め方</th>
              <th scope="col">時点</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <ProvisionRow key={line.item.id} {...line} areaCode={areaCode} />
            ))}
          </tbody>
        </table>
      </ScrollFrame>
      <p class="sb-sub">
        <SourceNote used={lines.flatMap(({ used }) => used)} datasets={datasets} />
      </p>
    </>
  )
}

function ProvisionRow({ areaCode, item, latest, reason }: ProvisionLine & { areaCode: string }) {
  return (
    <tr>
      <td class="is-nowrap">{fieldLabels[item.field]}</td>
      <th scope="row">
        <a href={comparisonOf({ city: areaCode, group: 'prefecture' }, { item: item.id })}>{item.label}</a>
      </th>
      <td class="is-num is-nowrap">
        {latest ? (
          <>
            {groupedNumber(latest.value, item.decimals)}
            {item.unit}
          </>
        ) : (
          <NoValue words={reason ?? 'データなし'} />
        )}
      </td>
      <td>
        {item.method}
        {!latest && reason && <div class="sb-sub">{reason}</div>}
      </td>
      <td class="is-nowrap">
        {latest ? shortTime(latest.time) : <NoValue words="時点なし" />}
        {latest?.belowTime && latest.belowTime !== latest.time && (
          <div class="sb-sub">分母は{shortTime(latest.belowTime)}</div>
        )}
      </td>
    </tr>
  )
}
