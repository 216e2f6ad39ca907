<?php
// library: open-telemetry/context
// only: uvstream
declare(strict_types=1);

use OpenTelemetry\Context\Context;

use function Uvstream\{all, spawn};

require __DIR__ . '/inc/scenario.php';
require __DIR__ . '/inc/services.php';
require __DIR__ . '/inc/opentelemetry.php';

/** The line that a task needs to begin with its creator's context. */
function with_context(callable $body): Closure
{
    $context = Context::getCurrent();
    return function () use ($body, $context) {
        $scope = $context->activate();
        try {
            return $body();
        } finally {
            $scope->detach();
        }
    };
}

scenario('what each of 50 tasks is within is its own', function () {
    return within(1000, function () {
        $nested = fn (int $i) => [within($i, numbers(...)), within($i + 100, fn () => [...numbers(), within($i, current_number(...))])];
        $results = all(array_map(fn ($i) => fn () => $nested($i), range(0, 49)));
        $expected = array_map(fn ($i) => [[$i, $i, $i], [$i + 100, $i + 100, $i + 100, $i]], range(0, 49));
        return holds('each its own', $results === $expected) && holds("{main}'s is what it was", current_number() === 1000);
    });
});

scenario("with a line it begins with its creator's", function () {
    return within(1000, function () {
        $results = all(array_map(fn ($i) => with_context(function () use ($i) {
            $seen = numbers();
            $inner = within($i, fn () => spawn(with_context(numbers(...))));
            return [$seen, numbers(), $inner->await()];
        }), range(1, 50)));
        return $results === array_map(fn ($i) => [[1000, 1000, 1000], [1000, 1000, 1000], [$i, $i, $i]], range(1, 50));
    });
});

scenario("without it the library warns, and takes {main}'s", function () {
    $warnings = [];
    set_error_handler(function (int $level, string $text) use (&$warnings) {
        return (bool) ($warnings[] = preg_replace('/\d+/', 'N', $text));
    });
    $number = within(1000, fn () => spawn(fn () => within(5, fn () => spawn(current_number(...)))->await())->await());
    echo implode("\n", array_unique($warnings)), "\n";
    return $number === 1000;
});
