<?php
// Files, folders and commands of the tree that a page names.
declare(strict_types=1);

/** @return list<array{int, string}> what stands in backticks, and the command lines of shell code, each with its line */
function quoted_in(string $text): array
{
    $quoted = [];
    preg_match_all('/`([^`\n]+)`/', prose_of($text, true), $found, PREG_OFFSET_CAPTURE);
    foreach ($found[1] as [$words, $at]) {
        $quoted[] = [substr_count($text, "\n", 0, $at) + 1, $words];
    }
    foreach (blocks_of($text) as $block) {
        foreach ($block->language === 'sh' ? explode("\n", $block->code) : [] as $i => $words) {
            $quoted[] = [$block->line + 1 + $i, preg_replace('/(^| )#.*|^\$ /', '', $words)];
        }
    }
    return $quoted;
}

/**
 * Whether a path, maybe with * or with NN for digits, is there: below the root, the page's folder, or as a layer's. A layer's
 * source may be named without its suffix, as with its header.
 */
function is_there(string $path, string $page): bool
{
    global $root;
    $path = preg_replace(['/\bNN(?=_)/', '~/…$~u'], ['[0-9][0-9]', '/'], $path);
    foreach (['', dirname($page) . '/', 'ext_src/', 'include/uvstream/'] as $folder) {
        if (glob("$root/$folder$path{,.h,.cpp}", GLOB_BRACE)) {
            return true;
        }
    }
    return false;
}

/** Whether its first word is a path of ours: it begins with a folder of the root or with a layer. */
function is_ours(string $word): bool
{
    global $root;
    return preg_match('~^([\w.-]+)/[\w*{},.…/-]*$~u', $word, $m) && !in_array($m[1], ['.', '..', '.b'], true)
        && (is_dir("$root/$m[1]") || is_dir("$root/ext_src/$m[1]"));
}

function check_names(string $page, string $text): void
{
    global $root;
    foreach (quoted_in($text) as [$line, $words]) {
        $words = preg_split('/\s+/', trim($words));
        $first = rtrim(preg_replace('/:\d+$/', '', $words[0]), '.,;');
        if (!is_ours($first)) {
            continue;
        }
        if (!is_there($first, $page)) {
            breach("$page:$line", "there is no $first");
        } elseif (preg_match('~^(bin|tools|bench)/~', $first) && is_file("$root/$first")) {
            $script = file_get_contents("$root/$first");
            foreach (preg_grep('/^--(?!help)[a-z]/', array_slice($words, 1)) as $option) {
                $name = preg_replace('/=.*/', '', $option);
                str_contains($script, $name) || breach("$page:$line", "$first has no $name");
            }
        }
    }
}
