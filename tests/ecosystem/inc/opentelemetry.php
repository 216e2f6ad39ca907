<?php
// OpenTelemetry in tasks: what each of them says of the span, and of the baggage, that it is within.
declare(strict_types=1);

use OpenTelemetry\API\Baggage\Baggage;
use OpenTelemetry\API\Trace\Span;
use OpenTelemetry\API\Trace\SpanContext;
use OpenTelemetry\Context\Context;
use OpenTelemetry\Context\ContextInterface;

/** A context within a span, with baggage, of that number. */
function numbered(int $number): ContextInterface
{
    $span = Span::wrap(SpanContext::create(sprintf('%032x', $number), sprintf('%016x', $number)));
    return Baggage::getBuilder()->set('number', "$number")->build()->storeInContext($span->storeInContext(Context::getRoot()));
}

/** The number of the current context, 0 without one. */
function current_number(): int
{
    $number = hexdec(Span::getCurrent()->getContext()->getTraceId());
    $number === (int) Baggage::getCurrent()->getValue('number') || throw new LogicException('two halves of two contexts');
    return $number;
}

/** What $body() returns within the context of that number. */
function within(int $number, callable $body): mixed
{
    $scope = numbered($number)->activate();
    try {
        return $body();
    } finally {
        $scope->detach() === 0 || throw new LogicException('another scope was on top');
    }
}

/** The numbers that are current before, after and between waits. @return list<int> */
function numbers(int $count = 3): array
{
    for ($numbers = [current_number()]; count($numbers) < $count; $numbers[] = current_number()) {
        Uvstream\delay(mt_rand(0, 3) / 1000);
    }
    return $numbers;
}
