// A small model with both colours of OpenSCAD's preview: what is left is yellow, what is cut is green.
difference() {
    cube([30, 20, 16], center = true);
    for (turn = [0, 90]) rotate([0, turn, 0]) cylinder(h = 40, r = 6, center = true, $fn = 36);
}
translate([24, 0, 0]) sphere(r = 7, $fn = 30);
