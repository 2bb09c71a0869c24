import 'element-plus/theme-chalk/base.css'
import 'element-plus/theme-chalk/el-button.css'
import 'element-plus/theme-chalk/el-checkbox.css'
import 'element-plus/theme-chalk/el-date-picker.css'
import 'element-plus/theme-chalk/el-date-picker-panel.css'
import 'element-plus/theme-chalk/el-dialog.css'
import 'element-plus/theme-chalk/el-input.css'
import 'element-plus/theme-chalk/el-overlay.css'
import 'element-plus/theme-chalk/el-pagination.css'
import 'element-plus/theme-chalk/el-popover.css'
import 'element-plus/theme-chalk/el-popper.css'
import 'element-plus/theme-chalk/el-scrollbar.css'
import 'element-plus/theme-chalk/el-select.css'
import 'element-plus/theme-chalk/el-option.css'
import './style/tokens.css'
import './style/base.css'
import { createApp } from 'vue'
import App from './App.vue'
import { language } from './frame/language'
import HashingWorker from './proof/hashing.worker?worker'
import { router } from './router'
import { startHashing } from './verify/startHashing'

createApp(App)
  .use(language())
  .use(router)
  .provide(startHashing, () => new HashingWorker())
  .mount('#page')
