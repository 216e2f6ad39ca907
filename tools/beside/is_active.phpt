--TEST--
What the tests run beside is at work in their processes
--FILE--
<?php
function jit(string $key): mixed
{
    return opcache_get_status(false)['jit'][$key] ?? null;
}

/** Is code of machine instructions made, of a file that is loaded or of a loop that is hot? */
function jit_compiles(): bool
{
    $free = jit('buffer_free');
    opcache_compile_file(__DIR__ . '/../../examples/prefork.php');
    for ($i = $sum = 0; $i < 10000; ++$i) $sum += $i % 7;
    return $sum > 0 && jit('buffer_free') < $free;
}

function lines_of(array $coverage): int
{
    return count($coverage[__FILE__] ?? []);
}

$works = match (getenv('BESIDE')) {
    // (0: when a script is loaded, 5: when a trace is hot)
    'opcache-function' => jit('on') && jit('kind') === 0 && jit_compiles(),
    'opcache-tracing' => jit('on') && jit('kind') === 5 && jit_compiles(),
    'xdebug-coverage' => xdebug_info('mode') === ['coverage'] && lines_of(xdebug_get_code_coverage()) > 5,
    'xdebug-develop' => xdebug_info('mode') === ['develop'] && xdebug_get_stack_depth() === 1,
    'xdebug-profile', 'xdebug-trace', 'xdebug-gcstats', 'xdebug-debug' => xdebug_info('mode') === [substr(getenv('BESIDE'), 7)],
    'observer' => observed_calls() > 0,
    'pcov' => lines_of(\pcov\collect()) > 5,
};
echo extension_loaded('uvstream') && $works ? "works\n" : "does not\n";
?>
--EXPECT--
works
