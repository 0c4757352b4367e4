import type { Feature } from '#src/platform/feature.ts'
import { actionLabels, permissions } from './core/permissions.ts'
import { calendarPage } from './pages/calendar.tsx'
import { publicCalendar, scheduleCsv, secretCalendar } from './pages/calendars.ts'
import { changesPage } from './pages/changes.tsx'
import { latePage } from './pages/late.tsx'
import { minePage } from './pages/mine.tsx'
import { monthPage } from './pages/month.tsx'
import { newProcessPage } from './pages/new-process.tsx'
import { newTaskPage } from './pages/new-task.tsx'
import { mailPage, outboxPage } from './pages/outbox.tsx'
import { processPage } from './pages/process.tsx'
import { publicProcessPage } from './pages/public-process.tsx'
import { settingsPage } from './pages/settings.tsx'
import { taskPage } from './pages/task.tsx'
import { weekPage } from './pages/week.tsx'
import { sample } from './sample.ts'
import { remindDaily } from './store/commands-mail.ts'
import { migrations } from './store/migrations.ts'
import { countLateTasks, findPublicSchedule } from './store/queries.ts'

/** 策定の進行: phases, tasks and milestones of the making of the plan, what is late, and what residents see of it. */
export const planningProcess: Feature = {
  id: 'planning-process',
  label: '策定の進行',
  permissions,
  actionLabels,
  pages: [
    processPage,
    newProcessPage,
    minePage,
    monthPage,
    latePage,
    weekPage,
    changesPage,
    calendarPage,
    outboxPage,
    mailPage,
    settingsPage,
    newTaskPage,
    taskPage,
    publicProcessPage,
    scheduleCsv,
    publicCalendar,
    secretCalendar,
  ],
  publicMenu: [{ label: '策定の進行', href: '/process' }],
  staffMenu: [
    {
      group: 'making',
      label: '工程と期限',
      href: '/staff/process',
      action: 'read-process',
      count: countLateTasks,
    },
  ],
  daily: remindDaily,
  migrations,
  sample,
  async publicPaths(context) {
    const isOpen = (await findPublicSchedule(context)) !== undefined
    return isOpen ? ['/process', '/process/tasks.csv', '/process/calendar.ics'] : ['/process']
  },
}
