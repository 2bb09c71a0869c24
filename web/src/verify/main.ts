import { createApp } from 'vue'
import { language } from '../frame/language'
import HashingWorker from '../proof/hashing.worker?worker&inline'
import '../style/tokens.css'
import '../style/base.css'
import VerifyPage from './VerifyPage.vue'
import { startHashing } from './startHashing'

createApp(VerifyPage)
  .use(language())
  .provide(startHashing, () => new HashingWorker())
  .mount('#page')
