import { APIError, createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { z } from 'zod'

const body = z.object({ accountId: z.string(), device: z.string() })

/**
 * The library's way of making a session and signing its cookie, for an account whose steps we have checked. It has no
 * address: nothing outside can call it.
 */
export const openingOfSessions = {
  id: 'shirube-sessions',
  endpoints: {
    openSession: createAuthEndpoint.serverOnly({ method: 'POST', body }, async (call) => {
      const { accountId, device } = call.body
      const { internalAdapter } = call.context
      const user = await internalAdapter.findUserById(accountId)
      const session = user && (await internalAdapter.createSession(accountId, false, { userAgent: device }))
      if (!session) throw new APIError('UNAUTHORIZED')
      await setSessionCookie(call, { session, user })
      return call.json({ sessionId: session.id })
    }),
  },
}
