import type { ComponentChildren } from 'preact'
import type { SessionPhoto } from '../../core/session-photo.ts'

type BesideProps = {
  photos: readonly SessionPhoto[]
  shown: SessionPhoto | undefined
  children: ComponentChildren
}

/** A photograph of the cards beside the form that is filled from it. */
export function PhotoBeside({ photos, shown, children }: BesideProps) {
  if (photos.length === 0 || !shown) return children
  return (
    <div class="l-split l-split--even l-gap">
      <figure class="l-split__side sb-photo">
        <a href={`/staff/sessions/${shown.sessionId}/photos/${shown.id}`}>
          <img
            src={`/staff/sessions/${shown.sessionId}/photos/${shown.id}`}
            alt={`付箋の写真 ${shown.name}`}
          />
        </a>
        <figcaption class="sb-sub">{shown.name}（押すと、大きく開きます）</figcaption>
      </figure>
      <div>{children}</div>
    </div>
  )
}

/** Inside the form, so that what is typed stays when another picture is asked for. */
export function PhotoChooser({ photos, shown }: Pick<BesideProps, 'photos' | 'shown'>) {
  if (photos.length < 2) return <input type="hidden" name="photo" value={shown?.id ?? ''} />
  return (
    <fieldset class="dads-form">
      <legend class="dads-form__label">横に出す写真</legend>
      <input type="hidden" name="photo" value={shown?.id ?? ''} />
      <p class="l-cluster">
        {photos.map(({ id, name }) => (
          <button
            key={id}
            class="dads-button dads-button--secondary dads-button--small"
            name="look"
            value={id}
            type="submit"
            aria-pressed={id === shown?.id}
          >
            {name}
          </button>
        ))}
      </p>
    </fieldset>
  )
}
