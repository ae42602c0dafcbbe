import './elements/live-status.js';
import '/pages/theme-switch.js';
import './elements/sign-in.js';
import './elements/system-status.js';
import './elements/own-probe.js';
import './elements/service-list.js';
import './elements/incident-list.js';
import './elements/alert-list.js';
import './elements/performance-charts.js';
import './elements/latest-events.js';
import './elements/event-explanation.js';
import './elements/activity-list.js';
import './elements/runbook-page.js';
import { begin } from './session.js';

begin();
