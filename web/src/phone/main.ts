import '../style/tokens.css'
import '../style/base.css'
import './phone.css'
import { createApp } from 'vue'
import { createRouter, createWebHistory } from 'vue-router'
import { StoreFull } from './kept'
import { language } from './language'
import NewPage from './NewPage.vue'
import { notKept } from './phone'
import PhoneApp from './PhoneApp.vue'
import QueuePage from './QueuePage.vue'
import ScenePage from './ScenePage.vue'
import TerminalPage from './TerminalPage.vue'
import TodayPage from './TodayPage.vue'
import { keepPage } from './versions'

// nothing is loaded later: what is needed on site came with the first visit
const router = createRouter({
  history: createWebHistory('/phone'),
  routes: [
    { path: '/', component: TodayPage },
    { path: '/new', component: NewPage },
    { path: '/queue', component: QueuePage },
    { path: '/terminal', component: TerminalPage },
    { path: '/activities/:id', component: ScenePage },
    { path: '/:rest(.*)', redirect: '/' },
  ],
})

const app = createApp(PhoneApp).use(language()).use(router)
app.config.errorHandler = (problem) => {
  if (!(problem instanceof StoreFull)) throw problem
  notKept.value = true
}
app.mount('#page')
void keepPage()
