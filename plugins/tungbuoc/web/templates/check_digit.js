// Whether digits end in their check digit (Damm); the table `tbDamm`, ten rows of ten, comes from `permalink.keys`.
var tbHolds = function (digits) {
  for (var state = 0, i = 0; i < digits.length; i++) state = +tbDamm[state * 10 + +digits[i]];
  return state === 0;
};
