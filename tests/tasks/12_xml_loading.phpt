--TEST--
tasks, promise 12: each reads XML by the stream context that it, or its creator, has set; a SOAP client's is not another's
--EXTENSIONS--
libxml
simplexml
soap
--FILE--
<?php
use function Uvstream\{delay, run, spawn};

/** Answers, after a while, with the number in the context by which it was opened. */
class Numbered
{
    public $context;
    public static array $opened = [];
    private string $left = '';

    public function stream_open(string $path): bool
    {
        $number = stream_context_get_options($this->context)['numbered']['number'] ?? 'none';
        self::$opened[substr($path, 11)][] = $number;
        $this->left = str_contains($path, 'wsdl') ? wsdl($path, $number) : "<number>$number</number>";
        delay(0);
        return true;
    }
    public function stream_read(int $count): string
    {
        delay(0);
        [$part, $this->left] = [substr($this->left, 0, $count), substr($this->left, $count)];
        return $part;
    }
    public function stream_eof(): bool { return $this->left === ''; }
    public function stream_stat(): array { return []; }
    public function url_stat(): array { return ['mode' => 0100644]; }
}
stream_wrapper_register('numbered', Numbered::class, STREAM_IS_URL);

function wsdl(string $path, $number): string
{
    $import = str_contains($path, 'first') ? '<import namespace="urn:x" location="' . strtr($path, ['first' => 'second']) . '"/>' : '';
    return "<definitions xmlns='http://schemas.xmlsoap.org/wsdl/' xmlns:soap='http://schemas.xmlsoap.org/wsdl/soap/'
        xmlns:tns='urn:x' targetNamespace='urn:x'>" . ($import ?: '<portType name="P"/>
        <binding name="B" type="tns:P"><soap:binding style="rpc" transport="http://schemas.xmlsoap.org/soap/http"/></binding>
        <service name="S"><port name="P" binding="tns:B"><soap:address location="http://127.0.0.1:1/"/></port></service>')
        . '</definitions>';
}

function context($number)
{
    return stream_context_create(['numbered' => ['number' => $number]]);
}

function number(): string
{
    return (string) simplexml_load_file('numbered://xml');
}

run(function () {
    for ($i = 0; $i < 3; $i++) {
        $tasks[] = spawn(function () use ($i) {
            $seen = number();
            libxml_set_streams_context(context($i));
            return [$seen, number(), spawn(number(...))->await(), number()];
        });
    }
    foreach ($tasks as $task) echo implode(' ', $task->await()), "\n";
    echo number(), "\n";
});

libxml_set_streams_context(context('main'));
echo spawn(number(...))->await(), "\n";
spawn(fn () => libxml_set_streams_context(context('another')))->cancel();
run(function () {
    for ($i = 0; $i < 3; $i++) {
        spawn(function () use ($i) {
            for ($n = 0; $n < $i; $n++) delay(0);
            new SoapClient("numbered://wsdl-first-$i", ['stream_context' => context($i), 'cache_wsdl' => WSDL_CACHE_NONE]);
        });
    }
});
ksort(Numbered::$opened);
foreach (Numbered::$opened as $path => $numbers) {
    if (str_contains($path, 'wsdl')) echo $path, ': ', implode(' ', $numbers), "\n";
}
echo number(), "\n";
?>
--EXPECT--
none 0 0 0
none 1 1 1
none 2 2 2
none
main
wsdl-first-0: 0
wsdl-first-1: 1
wsdl-first-2: 2
wsdl-second-0: 0
wsdl-second-1: 1
wsdl-second-2: 2
main
