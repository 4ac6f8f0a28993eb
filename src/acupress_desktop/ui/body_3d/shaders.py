"""The programs of the graphics card: the light and ramps of ``domain.anatomy.figure_light`` once more.

The first pass writes, for every sample, lightness, depth in cloth, bounce light and depth toward the eye; the
second colours the samples of a pixel, draws the contour line and takes their mean. Changes here and in
``figure_light`` belong together; a test compares both pictures.
"""

from __future__ import annotations

DESKTOP = "#version 330 core\n"
EMBEDDED = "#version 300 es\nprecision highp float;\nprecision highp int;\nprecision highp sampler2D;\n"

SURFACE_VERTEX = """
in vec3 position;
in vec3 normal;
in vec4 values;
uniform vec3 right;
uniform vec3 up;
uniform vec3 eye;
uniform vec3 origin;
uniform vec2 scale;
out vec3 seen;
out vec4 of_vertex;
out float nearness;
void main() {
    vec3 away = position - origin;
    nearness = dot(away, eye);
    seen = vec3(dot(normal, right), dot(normal, up), dot(normal, eye));
    of_vertex = values;
    gl_Position = vec4(dot(away, right) * scale.x, dot(away, up) * scale.y, -nearness / 5000.0, 1.0);
}
"""

SURFACE_FRAGMENT = """
in vec3 seen;
in vec4 of_vertex;
in float nearness;
uniform vec3 key;
uniform vec3 half_way;
uniform vec3 fill;
uniform vec3 shares;
uniform vec3 floor_wrap_edge;
uniform float rim_share;
uniform float rim_side;
uniform float gain;
out vec4 sample_values;
void main() {
    vec3 n = normalize(seen);
    float sky_seen = of_vertex.x;
    float relief = of_vertex.y;
    float cloth = of_vertex.z;
    float wrap = floor_wrap_edge.y;
    float diffuse = clamp((dot(n, key) + wrap) / (1.0 + wrap), 0.0, 1.0);
    float soft = clamp((dot(n, fill) + 0.6) / 1.6, 0.0, 1.0);
    float light = shares.x * diffuse + shares.y * soft + shares.z * (0.5 + 0.5 * n.y);
    float free = pow(clamp(sky_seen * 1.06, 0.0, 1.0), 1.4);
    light = floor_wrap_edge.x + 0.98 * light * (0.30 + 0.70 * free);
    float edge = clamp(1.0 - n.z, 0.0, 1.0);
    light -= floor_wrap_edge.z * edge * edge;
    light += RELIEF * relief;
    light -= BROW * of_vertex.w;
    light += 0.05 * pow(clamp(dot(n, half_way), 0.0, 1.0), 18.0) * free;
    light *= gain;
    if (cloth > 0.0) {
        float stitch = (cloth - 11.0) / 0.7;
        light -= RELIEF * relief + exp(-cloth * cloth) * 0.10 + exp(-stitch * stitch) * 0.045;
    }
    float away = clamp(0.25 - n.x * rim_side, 0.0, 1.0);
    float rim = rim_share * away * pow(edge, 2.2) * sky_seen;
    sample_values = vec4(light, cloth, rim, nearness);
}
"""

PICTURE_VERTEX = """
void main() {
    vec2 corner = vec2(float((gl_VertexID & 1) * 4 - 1), float((gl_VertexID & 2) * 2 - 1));
    gl_Position = vec4(corner, 0.0, 1.0);
}
"""

PICTURE_FRAGMENT = """
uniform sampler2D samples;
uniform sampler2D table;
uniform vec3 rim;
uniform vec4 line;
uniform float radius;
uniform vec2 haze;
out vec4 colour;
const int WINDOW = BY + 2 * REACH + 2;
const int EDGES = BY + 2 * REACH;
float nearness[WINDOW * WINDOW];
bool edges[EDGES * EDGES];
bool is_edge(int column, int row, ivec2 first, ivec2 size) {
    float here = nearness[row * WINDOW + column];
    if (here < BEHIND_ALL) return false;
    for (int way = 0; way < 4; way++) {
        int dx = way == 0 ? 1 : (way == 1 ? -1 : 0);
        int dy = way == 2 ? 1 : (way == 3 ? -1 : 0);
        ivec2 other = first + ivec2(column - dx, row - dy) - (REACH + 1);
        if (any(lessThan(other, ivec2(0))) || any(greaterThanEqual(other, size))) continue;
        float far = nearness[(row + dy) * WINDOW + column + dx];
        float slope = abs(here - nearness[(row - dy) * WINDOW + column - dx]);
        if (slope > -BEHIND_ALL) slope = 0.0;
        if (here - far > CREASE + SLOPE * slope) return true;
    }
    return false;
}
vec3 coloured(vec4 s) {
    float place = clamp(s.x * TO_TABLE, 0.0, LAST_ENTRY);
    vec3 drawn = texelFetch(table, ivec2(int(place + 0.5), s.y > 0.0 ? 1 : 0), 0).rgb;
    if (s.y <= 0.0) drawn *= 1.0 - HEM_SHADOW * clamp(1.0 + s.y * 0.25, 0.0, 1.0);
    return drawn + (rim - drawn) * s.z;
}
void main() {
    ivec2 size = textureSize(samples, 0);
    ivec2 first = ivec2(gl_FragCoord.xy) * BY;
    float low = 1e9;
    float high = -1e9;
    for (int row = 0; row < WINDOW; row++) {
        for (int column = 0; column < WINDOW; column++) {
            ivec2 place = clamp(first + ivec2(column, row) - (REACH + 1), ivec2(0), size - 1);
            float here = texelFetch(samples, place, 0).a;
            nearness[row * WINDOW + column] = here;
            low = min(low, here);
            high = max(high, here);
        }
    }
    if (high < BEHIND_ALL) {
        colour = vec4(0.0);
        return;
    }
    bool lined = radius > 0.0 && high - low > CREASE;
    if (lined) {
        for (int row = 0; row < EDGES; row++)
            for (int column = 0; column < EDGES; column++)
                edges[row * EDGES + column] = is_edge(column + 1, row + 1, first, size);
    }
    vec4 total = vec4(0.0);
    for (int row = 0; row < BY; row++) {
        for (int column = 0; column < BY; column++) {
            vec4 s = texelFetch(samples, first + ivec2(column, row), 0);
            if (s.a < BEHIND_ALL) continue;
            vec3 drawn = coloured(s);
            if (lined) {
                bool on_line = false;
                for (int dy = -REACH; dy <= REACH; dy++)
                    for (int dx = -REACH; dx <= REACH; dx++)
                        if (float(dx * dx + dy * dy) <= radius * radius
                                && edges[(row + REACH + dy) * EDGES + column + REACH + dx]) on_line = true;
                if (on_line) drawn += (line.rgb - drawn) * line.a;
            }
            float opaque = 1.0;
            if (haze.y > 0.0) {
                float left = clamp(1.0 + (s.a + haze.x) / haze.y, 0.0, 1.0);
                opaque = left * left * (3.0 - 2.0 * left);
            }
            total += vec4(drawn, 1.0) * opaque;
        }
    }
    colour = total / float(BY * BY);
}
"""
