<?php
// extension: ffi
// only: uvstream
declare(strict_types=1);

use OpenTelemetry\Context\Context;
use OpenTelemetry\Context\ContextStorage;

use function Uvstream\{all, delay, group, spawn};

// OpenTelemetry's observer of PHP's Fibers, which it needs FFI for: the context of a new one is its creator's.
$_SERVER['OTEL_PHP_FIBERS_ENABLED'] = 'true';

require __DIR__ . '/inc/scenario.php';
require __DIR__ . '/inc/services.php';
require __DIR__ . '/inc/opentelemetry.php';

scenario("unmodified, a task begins with its creator's context", function () {
    return within(1000, function () {
        $results = all(array_map(fn ($i) => function () use ($i) {
            $seen = numbers();
            $inner = within($i, fn () => spawn(fn () => [...numbers(), ...within(2000, numbers(...))]));
            return [$seen, numbers(), $inner->await()];
        }, range(1, 50)));
        $expected = array_map(fn ($i) => [[1000, 1000, 1000], [1000, 1000, 1000], [$i, $i, $i, 2000, 2000, 2000]], range(1, 50));
        return holds("its creator's", $results === $expected) && holds("{main}'s is what it was", current_number() === 1000)
            && Context::storage() instanceof ContextStorage;
    });
});

scenario('tasks that begin late, or never', function () {
    return within(1000, fn () => group(function ($group) {
        for ($i = 1; $i <= 20; $i++) {
            $tasks[$i] = within($i, fn () => $group->spawn(numbers(...)));
        }
        $never = within(21, fn () => spawn(numbers(...)));
        $never->cancel();
        within(22, fn () => delay(0.02));
        return holds('each its own', array_map(fn ($task) => $task->await(), $tasks) === array_map(fn ($i) => [$i, $i, $i], array_combine(range(1, 20), range(1, 20))));
    }, 3));
});
