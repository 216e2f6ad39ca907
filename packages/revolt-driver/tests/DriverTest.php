<?php
declare(strict_types=1);

namespace Uvstream\Revolt;

/** Revolt's own suite. */
class DriverTest extends \Revolt\EventLoop\Driver\DriverTest
{
    public function getFactory(): callable
    {
        return static fn (): Driver => new Driver;
    }

    public function testHandle(): void
    {
        self::assertNull($this->loop->getHandle());
    }
}
