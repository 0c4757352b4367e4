import { eraDay } from '#src/lib/japanese/fiscal-year.ts'
import { authorize, mayDo } from '#src/platform/authorize.ts'
import { page } from '#src/platform/page.ts'
import { Badge, EmptyState, NoValue } from '#src/ui/parts.tsx'
import { isIssued, isReported, unansweredViews } from '../core/inquiry.ts'
import { permissions } from '../core/permissions.ts'
import { listBodies } from '../store/queries.ts'
import { listInquiries } from '../store/queries-inquiries.ts'
import { DeliberationTabs, meetingsCrumb } from './parts/deliberation-tabs.tsx'

/** 諮問・答申: what was asked, what was reported, and views the city has not answered. */
export const inquiriesPage = page('/staff/inquiries', {
  audience: 'staff',
  async show(context) {
    authorize(context, permissions, 'read-meetings')
    const [inquiries, bodies] = [await listInquiries(context), await listBodies(context)]
    return {
      title: '諮問・答申',
      crumbs: [meetingsCrumb],
      body: (
        <>
          <div class="sb-title">
            <h1>諮問・答申</h1>
            {mayDo(context.actor, permissions, 'keep-inquiries') && bodies.length > 0 && (
              <a class="dads-button dads-button--secondary" href="/staff/inquiries/new">
                諮問をつくる
              </a>
            )}
          </div>
          <DeliberationTabs current="/staff/inquiries" />
          <div class="l-gap l-flow">
            {inquiries.length === 0 ? (
              <EmptyState title="まだ諮問がありません。">
                <p>市長から審議会への諮問をつくると、諮問書と答申書をPDFとWordで受け取れます。</p>
              </EmptyState>
            ) : (
              <table class="dads-table dads-table--cards">
                <caption>諮問（{inquiries.length}件）</caption>
                <thead>
                  <tr>
                    <th scope="col">件名</th>
                    <th scope="col">会議体</th>
                    <th scope="col">諮問</th>
                    <th scope="col">答申</th>
                    <th scope="col">附帯意見への対応</th>
                  </tr>
                </thead>
                <tbody>
                  {inquiries.map((inquiry) => (
                    <tr key={inquiry.id}>
                      <th scope="row">
                        <a href={`/staff/inquiries/${inquiry.id}`}>{inquiry.subject}</a>
                      </th>
                      <td data-label="会議体">{bodies.find(({ id }) => id === inquiry.bodyId)?.name}</td>
                      <td data-label="諮問">
                        {eraDay(inquiry.askedOn)} {!isIssued(inquiry) && <Badge tone="info">準備中</Badge>}
                      </td>
                      <td data-label="答申">
                        {inquiry.reportedOn ? eraDay(inquiry.reportedOn) : <NoValue words="まだ" />}
                      </td>
                      <td data-label="附帯意見への対応">
                        {!isReported(inquiry) && <NoValue words="まだ" />}
                        {isReported(inquiry) &&
                          (unansweredViews(inquiry).length > 0 ? (
                            <Badge tone="warn">未回答{unansweredViews(inquiry).length}件</Badge>
                          ) : (
                            <Badge tone="ok">すべて回答</Badge>
                          ))}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
          </div>
        </>
      ),
    }
  },
})
