import { type Body, endWords, isElected } from '../core/bodies.ts'

type BodyListProps = { bodies: readonly Body[]; counts: ReadonlyMap<string, number> }

/** Who deliberates: name, what it does, on which basis, how many members. */
export function BodyList({ bodies, counts }: BodyListProps) {
  return (
    <ul class="sb-rows sb-rows--2">
      {bodies.map(({ id, name, role, legalBasis, isOpenByDefault, ...body }) => (
        <li key={id}>
          <p class="sb-rows__title">
            <a href={`/meetings/bodies/${id}`}>{name}</a>
          </p>
          <div>
            <p>
              {role} {isOpenByDefault && '会議は原則公開です。'}
            </p>
            <p class="sb-sub">
              {standing(body, counts.get(id) ?? 0)}（{legalBasis}）
            </p>
          </div>
        </li>
      ))}
    </ul>
  )
}

/** Whether it still sits, and how many sit there. */
function standing(body: Pick<Body, 'kind' | 'endedOn' | 'endReason'>, count: number): string {
  if (count === 0 && isElected(body)) return '議員で構成'
  return endWords(body) || (count > 0 ? `委員${count}人` : '委員名簿は準備中')
}
