import { authorize } from '#src/platform/authorize.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { permissions } from '../core/permissions.ts'
import { deleteScenario } from '../store/commands.ts'
import { getScenario, wasAdopted } from '../store/queries.ts'
import { assumptionsAddress, frameAddress, frameCrumb, scenarioAddress } from './parts/addresses.ts'

/** ケースを消す: asked once more, by name. */
export const deletionPage = page('/staff/frame/:scenarioId/deletion', {
  audience: 'staff',
  async show(context, { params: { scenarioId } }): Promise<Screen> {
    authorize(context, permissions, 'edit-scenario')
    const { name } = await getScenario(context, scenarioId)
    const isLocked = await wasAdopted(context, scenarioId)
    return {
      title: 'ケースを消す',
      crumbs: [frameCrumb, { label: name, href: scenarioAddress(scenarioId) }],
      body: (
        <>
          <h1>「{name}」を消す</h1>
          {isLocked ? (
            <p class="l-measure">計画フレームとして採用したことがあるケースなので、消せません。</p>
          ) : (
            <form method="post" class="l-flow">
              <p class="l-measure">消したケースは、元に戻せません。ほかのケースは変わりません。</p>
              <div class="l-cluster">
                <button class="dads-button" type="submit">
                  消す
                </button>
                <a href={assumptionsAddress(scenarioId)}>やめる</a>
              </div>
            </form>
          )}
        </>
      ),
    }
  },
  async submit(context, { params }) {
    await deleteScenario(context, { scenarioId: params.scenarioId })
    return { seeOther: `${frameAddress}?notice=removed` }
  },
})
