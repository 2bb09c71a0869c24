import { createRouter, createWebHistory } from 'vue-router'
import { learnSession, session } from './identity/session'
import { Refused } from './http/api'
import SignInPage from './identity/SignInPage.vue'

export const router = createRouter({
  history: createWebHistory(),
  routes: [
    { path: '/', redirect: '/desk' },
    { path: '/sign-in', component: SignInPage, meta: { open: true, title: 'signIn.title' } },
    { path: '/desk', component: () => import('./desk/DeskPage.vue'), meta: { title: 'nav.desk' } },
    { path: '/cases', component: () => import('./cases/CasesPage.vue'), meta: { title: 'nav.cases' } },
    { path: '/cases/:id', component: () => import('./cases/CasePage.vue'), meta: { title: 'nav.cases' } },
    { path: '/cases/:id/documents/:document', component: () => import('./cases/documents/DocumentPage.vue'), meta: { title: 'nav.document' } },
    { path: '/blanks', component: () => import('./cases/documents/BlanksPage.vue'), meta: { title: 'blanks.title' } },
    { path: '/law', component: () => import('./law/LawPage.vue'), meta: { title: 'nav.law' } },
    { path: '/law/articles/:id', component: () => import('./law/LawPage.vue'), meta: { title: 'nav.law' } },
    { path: '/law/rehearsal', component: () => import('./law/RehearsalPage.vue'), meta: { title: 'rehearsal.title' } },
    { path: '/law/phrases', component: () => import('./law/PhraseGuidePage.vue'), meta: { title: 'phrases.title' } },
    { path: '/recordings', component: () => import('./recordings/RecordingsPage.vue'), meta: { title: 'nav.recordings' } },
    { path: '/recordings/board', component: () => import('./recordings/custody/BoardPage.vue'), meta: { title: 'board.title' } },
    { path: '/recordings/custodian', component: () => import('./recordings/custody/CustodianPage.vue'), meta: { title: 'keeper.title' } },
    { path: '/recordings/custodian/receipt', component: () => import('./recordings/custody/ReceiptPage.vue'), meta: { title: 'receiptPaper.title' } },
    { path: '/recordings/balance', component: () => import('./recordings/custody/BalancePage.vue'), meta: { title: 'dayBalance.title', wide: true } },
    { path: '/recordings/hand-overs', component: () => import('./recordings/custody/MonthlyPage.vue'), meta: { title: 'monthly.title' } },
    { path: '/recordings/hand-overs/:month/:person', component: () => import('./recordings/custody/MonthlyListPage.vue'), meta: { title: 'monthly.paper' } },
    { path: '/recordings/:id', component: () => import('./recordings/RecordingPage.vue'), meta: { title: 'nav.recordings' } },
    { path: '/activities', component: () => import('./recordings/activities/ActivitiesPage.vue'), meta: { title: 'nav.activities' } },
    { path: '/activities/:id', component: () => import('./recordings/activities/ActivityPage.vue'), meta: { title: 'nav.activities' } },
    { path: '/hand-in', component: () => import('./devices/HandInPage.vue'), meta: { title: 'nav.handIn' } },
    { path: '/hand-ins/:id', component: () => import('./devices/HandInDetailPage.vue'), meta: { title: 'nav.handIn' } },
    { path: '/devices', component: () => import('./devices/DevicesPage.vue'), meta: { title: 'nav.devices' } },
    { path: '/devices/oversight', component: () => import('./devices/OversightPage.vue'), meta: { title: 'oversight.title' } },
    { path: '/devices/quota', component: () => import('./devices/QuotaPage.vue'), meta: { title: 'quota.title' } },
    { path: '/devices/places', component: () => import('./devices/places/PlacesPage.vue'), meta: { title: 'places.title' } },
    { path: '/devices/places/:id', component: () => import('./devices/places/PlacePage.vue'), meta: { title: 'places.title' } },
    { path: '/devices/facilities', component: () => import('./devices/places/FacilitiesPage.vue'), meta: { title: 'places.facilities' } },
    { path: '/devices/:number', component: () => import('./devices/DevicePage.vue'), meta: { title: 'nav.devices' } },
    { path: '/register', component: () => import('./agencies/RegisterPage.vue'), meta: { title: 'register.title' } },
    { path: '/:rest(.*)', component: () => import('./frame/NotFoundPage.vue'), meta: { open: true, title: 'notFound.title' } },
  ],
})

router.beforeEach(async (to) => {
  if (session.value === null) {
    try {
      await learnSession()
    } catch (problem) {
      if (!(problem instanceof Refused)) throw problem
      session.value = undefined // the sign-in page will meet the same trouble and has words for it
    }
  }
  if (!session.value && !to.meta.open) return { path: '/sign-in', query: { to: to.fullPath } }
  return true
})
