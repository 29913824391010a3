import { Dashboard } from '@/components/dashboard/Dashboard';
import { mount } from '@/components/mount';

void mount(Dashboard);
