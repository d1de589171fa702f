import { expect, it } from '@jest/globals';
import { departmentName } from './division-name.js';

it.each([
  ['泉州市', '市科技局', '泉州市科技局'],
  ['鲤城区', '区工信局', '鲤城区工信局'],
  ['惠安县', '县发改局', '惠安县发改局'],
  ['厦门市', '市市场监管局', '厦门市市场监管局'],
  ['厦门市', '市场监管局', '厦门市市场监管局'],
  ['鲤城区', '区块链办', '鲤城区区块链办'],
  ['津市市', '市科技局', '津市市科技局'],
  ['泉州市', '省科技厅驻泉办', '泉州市省科技厅驻泉办'],
  ['鲤城区', '市科技局', '鲤城区市科技局'],
  ['泉州市', '公共数据中心', '泉州市公共数据中心'],
])('of %s and %s people say %s', (place, department, name) => {
  expect(departmentName(place, department)).toBe(name);
});
