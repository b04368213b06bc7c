import { mountSurface } from '../ui/mount-surface';
import { Gadget } from './gadget';

mountSurface(<Gadget />);
