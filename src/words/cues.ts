/**
 * Cue phrases: words and short phrases with which pages of many languages announce what a block is for.
 * They are evidence like any other heuristic; how much a cue counts, and for which label, is learned.
 * Written as the tokenizer folds them: lower case, words separated by one space, apostrophes as spaces. A trailing `*` matches any continuation of a single word.
 */
export const CUE_GROUPS = {
  'advert-label': `ad|ads|advert|adverts|advertisement|advertisements|advertising|advertorial|advertiser|sponsor|sponsors|sponsored|sponsored content|promoted|promotion|promotional|
    partner content|paid content|paid post|paid partnership|presented by|brought to you by|in partnership with|powered by|branded content|from our partners|from our sponsors|affiliate*|commission|
    anzeige|anzeigen|werbung|gesponsert|advertorials|partnerangebot*|verlagsangebot*|publicité|publicités|annonce|annonces|sponsorisé*|contenu partenaire|partenaire*|publirédactionnel|
    publicidad|patrocinado*|patrocinador*|contenido patrocinado|anuncio*|pubblicità|sponsorizzat*|inserzion*|publicidade|publieditorial|patrocínio|anúncio*|
    reklama|reklamy|materiał sponsorowany|artykuł sponsorowany|sponsorowan*|advertentie*|gesponsord|annons|annonser|reklam|reklame|sponsrad*|sponset|mainos|mainokset|kaupallinen yhteistyö|
    inzerce|komerční sdělení|reklamní|hirdetés|hirdetések|támogatott|publicitate|διαφήμιση|διαφημίσεις|χορηγούμενο*|реклама|рекламный|на правах рекламы|партнёрский|спонсор*|sponsorlu|ilan|reklamlar`,
  'sign-up-pitch': `subscribe|subscribing|subscriber*|subscription*|newsletter|newsletters|sign up|signup|inbox|become a member|membership|join us|join now|join our|unlimited access|digital access|mailing list|email updates|e mail updates|
    abo|abos|abonnieren|abonnement*|abonnent*|abonnier*|newsletter abonnieren|jetzt abonnieren|probeabo|mitglied werden|digitalabo|infobrief|posteingang|
    s abonner|abonnez vous|abonnez|abonné*|abonne|abonner|inscrivez vous|inscrivez|infolettre|lettre d information|adhérer|je m abonne|je m inscris|
    suscríbete|suscribirse|suscripción|suscriptor*|suscribe*|boletín|boletines|hazte socio|regístrate|apúntate|abbonati|abbonamento|abbonamenti|iscriviti|iscriversi|assine|assinante*|assinatura|inscreva se|boletim|
    prenumerat*|subskryb*|prenumerata|zapisz się|zaprenumeruj|dołącz do|wykup dostęp|abonneer|abonneren|nieuwsbrief|meld je aan|meld u aan|word lid|lid worden|inschrijven|
    prenumerera|prenumerant*|nyhetsbrev|bli medlem|bli abonnent|nyhedsbrev|tilmeld|bliv medlem|tilaa|tilaaja*|uutiskirje*|liity|předplatné|předplaťte|odběr|odebírat|předplatitel*|hírlevél|feliratkoz*|előfizet*|abonați*|abonează*|
    εγγραφείτε|εγγραφή|συνδρομή|συνδρομητ*|подпис*|рассылк*|abone ol|abonelik|bülten*`,
  'offer': `free|free trial|trial|offer|offers|deal|deals|discount*|coupon*|voucher*|save|savings|sale|off|bonus|cashback|special offer|limited time|no obligation|exclusive|win|prize|prizes|sweepstakes|giveaway|competition|best price|
    kostenlos*|gratis|angebot|angebote|rabatt*|gutschein*|sparen|sonderangebot|aktion|schnäppchen|gewinnspiel|gewinnen|testen|kostenfrei|exklusiv|
    gratuit*|offre|offres|réduction*|remise|promo|promos|code promo|bon plan|bons plans|profitez|gagnez|jeu concours|essai|
    oferta|ofertas|descuento*|cupón*|cupones|sorteo|concurso|prueba|ahorra*|offerta|offerte|sconto|sconti|gratuita*|buono|concorso|desconto*|promoção|promoções|grátis|cupom|aproveite|
    promocja|promocje|rabaty|zniżk*|za darmo|bezpłatn*|konkurs|okazj*|aanbieding*|korting*|winactie|voordeel|gratis proberen|erbjudande*|tävling|tilbud|rabatter|tarjous*|alennu*|ilmais*|kilpailu|
    sleva|slevy|zdarma|soutěž|akce|akció*|kedvezmény*|ingyen*|nyeremény*|reduceri|ofertă|δωρεάν|προσφορά|προσφορές|έκπτωση|διαγωνισμός|скидк*|бесплатн*|акция|акции|промокод|предложение|indirim*|fırsat*|ücretsiz|kampanya*`,
  'buy': `buy|order now|order|shop|shop now|buy now|purchase|add to cart|in stock|price|prices|from only|per month|month|cart|checkout|amazon|get yours|pre order|book now|reserve|quote|get a quote|free quote|estimate|financing|shipping|delivery|
    kaufen|bestellen|jetzt kaufen|jetzt bestellen|warenkorb|preis|preise|monat|zum shop|zum angebot|versand|lieferung|buchen|jetzt buchen|günstig*|
    acheter|commander|achetez|commandez|panier|prix|boutique|livraison|réserver|réservez|par mois|mois|
    comprar|compra|compre|pedir|precio|precios|tienda|envío|reservar|reserva|carrito|al mes|acquista|acquistare|ordina|prezzo|prezzi|carrello|negozio|spedizione|prenota|al mese|comprar agora|preço|preços|loja|frete|carrinho|
    kup|kup teraz|kupić|zamów|cena|ceny|sklep|koszyk|dostawa|miesięcznie|zarezerwuj|kopen|koop|bestel|bestellen|prijs|prijzen|winkel|winkelwagen|bezorging|per maand|boek|
    köp|köp nu|beställ|pris|priser|butik|varukorg|frakt|boka|køb|bestil|kurv|levering|kjøp|handlekurv|osta|tilaa nyt|hinta|ostoskori|toimitus|varaa|
    koupit|objednat|košík|doprava|měsíčně|rezervovat|vásárlás|megrendel*|kosár|ár|szállítás|cumpără|comandă|preț|coș|livrare|αγορά|αγοράστε|τιμή|καλάθι|παραγγελία|купить|заказать|цена|цены|корзина|доставка|satın al|sipariş|fiyat*|sepet*|kargo`,
  'whitepaper': `whitepaper*|white paper|white papers|technical paper|technical papers|tech papers|ebook*|e book|e books|webinar*|webcast*|case study|case studies|data sheet|data sheets|datasheet*|
    solution brief|solution briefs|buyer s guide|buyers guide|analyst report|analyst reports|research report|research reports|resource library|fallstudie*|anwenderbericht*|fachpapier*|
    livre blanc|livres blancs|webinaire*|étude de cas|études de cas|libro blanco|libros blancos|webinario*|seminario web|caso de éxito|casos de éxito|libro bianco|caso di studio|livro branco|
    biała księga|webinarium|studium przypadku|praktijkcase*|vitbok*|webbinari*|webinář*|případová studie|webinárium*|esettanulmány*|вебинар*|белая книга|web semineri`,
  'download-or-event': `on demand|download|downloads|download now|free guide|guide|checklist|template|templates|report|toolkit|register|register now|registration|
    conference|summit|event|events|workshop|course|courses|training|certification|tickets|ticket|demo|book a demo|request a demo|schedule a demo|get started|learn how|watch now|app|app store|google play|podcast|consultation|
    seminar*|veranstaltung*|anmelden|jetzt anmelden|herunterladen|leitfaden|kongress|messe|kurs|kurse|fortbildung|schulung*|weiterbildung|ratgeber|kostenlos herunterladen|
    télécharger|téléchargez|inscription|formation|formations|événement*|salon|colloque|atelier*|billet*|démo|
    seminario*|descargar|descarga|guía|evento|eventos|inscríbete|inscripción|curso|cursos|formación|jornada*|taller|entradas|demostración|scarica|scaricare|guida|eventi|corso|corsi|biglietti|iscrizion*|baixar|baixe|ingressos|inscrições|
    pobierz|szkoleni*|konferencj*|wydarzeni*|bilety|kurs|poradnik|zarejestruj|downloaden|evenement*|cursus|opleiding*|training|kaarten|
    ladda ner|ladda ned|seminarium|kurser|evenemang|biljetter|anmäl|hent|kursus|arrangement*|billetter|last ned|lataa|koulutus|tapahtuma*|liput|ilmoittaudu|stáhnout|seminář|konference|vstupenky|školení|akce|letölt*|konferencia|képzés|jegyek|descarcă|curs|bilete|
    λήψη|κατεβάστε|σεμινάριο|εκδηλώσεις|скачать|семинар*|конференци*|билеты|курс|курсы|приложени*|indir|seminer|etkinlik*|bilet*|eğitim*`,
  'donation': `donate|donation*|donations|support us|support our|your support|contribute|fundrais*|charity|gift|help us|please support|spende|spenden|unterstützen sie|unterstütze uns|unterstützen|faire un don|don|dons|soutenez|soutenir|nous soutenir|
    dona|donar|donación|donaciones|apóyanos|apoya|haz una donación|dona ora|donazione|donazioni|sostienici|sostieni|doe|doar|doação|doações|apoie|wesprzyj|wspieraj|darowizn*|wpłać|doneer|doneren|donatie|steun ons|steun|
    stöd oss|skänk|gåva|støt|støtt|lahjoita|lahjoitus|přispějte|přispět|podpořte|dar|támogat*|donează|susține|στήριξε|δωρεά|поддержать|пожертвов*|донат|bağış*|destek ol`,
  'job': `job|jobs|career|careers|vacancy|vacancies|hiring|apply now|recruit*|employer*|stellenmarkt|stellenangebot*|stellenanzeige*|jobbörse|karriere|ausbildung|m w d|w m d|emploi|emplois|offre d emploi|offres d emploi|recrute*|carrière|empleo|empleos|trabajo|ofertas de empleo|
    lavoro|offerte di lavoro|lavora con noi|vagas|emprego*|praca|oferty pracy|kariera|vacature*|vacatures|banen|jobb|lediga jobb|stilling*|ledige stillinger|avoimet työpaikat|työpaikat|práce|volná místa|állás*|locuri de muncă|εργασία|θέσεις εργασίας|вакансии|работа|kariyer|iş ilanları`,
  'teaser-heading': `related|related articles|related stories|related posts|related news|related content|related topics|more from|more on|more in|more stories|more news|more articles|more like this|read more|read next|read also|also read|see also|up next|next up|you may also like|you might also like|also like|recommended|recommended for you|recommendations|
    most read|most popular|most viewed|most shared|most commented|popular|popular posts|trending|trending now|latest|latest news|latest posts|latest stories|recent|recent posts|recent articles|recent stories|editors picks|editor s picks|top stories|headlines|don t miss|in case you missed|featured|further reading|keep reading|what to read next|similar|similar products|customers also bought|you may like|hot topics|also on|elsewhere|other stories|must read|suggested|
    mehr zum thema|mehr zu|mehr aus|mehr von|lesen sie auch|lesen sie mehr|auch interessant|das könnte sie auch interessieren|könnte sie interessieren|das könnte dich|ähnliche|ähnliche artikel|ähnliche beiträge|verwandte|meistgelesen*|meist gelesen|beliebt*|neueste*|aktuelle*|weitere artikel|weitere themen|weitere nachrichten|weiterlesen|weitere beiträge|top themen|empfehlung*|empfohlen*|zum thema|passend dazu|
    à lire aussi|lire aussi|à lire|lire la suite|sur le même sujet|sur le même thème|articles liés|articles similaires|les plus lus|plus lus|plus d articles|dernières actualités|derniers articles|dernières|à la une|voir aussi|à découvrir|recommandé*|vous aimerez aussi|dans la même rubrique|dans la même catégorie|
    te puede interesar|le puede interesar|también te puede|lo más leído|más leídas|lo más visto|más noticias|noticias relacionadas|artículos relacionados|relacionad*|lea también|lea además|leer más|leer también|últimas noticias|lo último|más de|más sobre|recomendado*|ver también|no te pierdas|destacad*|
    leggi anche|leggi tutto|potrebbe interessarti|potrebbe interessarvi|articoli correlati|correlati|i più letti|più letti|ultime notizie|ultim ora|altri articoli|vedi anche|consigliati|ti potrebbe|in evidenza|leia também|leia mais|veja também|mais lidas|mais lidos|últimas|relacionados|você também pode gostar|saiba mais|mais notícias|
    czytaj także|czytaj też|czytaj również|przeczytaj także|zobacz także|zobacz też|zobacz również|najczęściej czytane|najpopularniejsze|najnowsze|powiązane|polecane|polecamy|więcej|podobne|warto przeczytać|
    lees ook|lees meer|lees verder|gerelateerd*|meest gelezen|meer over|meer nieuws|meer artikelen|populair|laatste nieuws|aanbevolen|bekijk ook|net binnen|läs också|läs mer|läs även|mest läst|mest lästa|mer från|mer om|relaterat|senaste|senaste nytt|populärt|læs også|læs mere|mest læste|seneste|seneste nyt|relaterede|les også|les mer|mest lest|siste|siste nytt|
    lue myös|lue lisää|luetuimmat|uusimmat|aiheesta lisää|suosituimmat|čtěte také|čtěte více|přečtěte si|nejčtenější|související|mohlo by vás zajímat|nejnovější|další články|podobné|kapcsolódó*|legolvasottabb|legfrissebb|ajánlott|ezt is olvassa|ezt is olvasta|citește și|citește mai|cele mai citite|articole similare|ultimele știri|
    διαβάστε επίσης|διαβάστε ακόμη|διαβάστε περισσότερα|σχετικά|σχετικά άρθρα|δημοφιλή|τελευταία νέα|ροή ειδήσεων|περισσότερα|читайте также|читать далее|ещё по теме|по теме|популярное|последние новости|главное|материалы по теме|другие новости|похожие|рекомендуем|ilgili haberler|çok okunan|çok okunanlar|son dakika|son haberler|benzer|diğer haberler|önerilen*`,
  'menu-word': `home|homepage|about|about us|contact|contact us|search|menu|main menu|log in|login|sign in|logout|my account|account|register|site map|sitemap|help|faq|archive|archives|categories|tags|topics|sections|rss|back to top|skip to content|skip to|next|previous|prev|older posts|newer posts|page|view all|see all|show more|load more|close|cancel|submit|continue|toggle navigation|language|english|press|media|team|blog|forum|
    startseite|über uns|kontakt|suche|suchen|anmelden|einloggen|abmelden|mein konto|hilfe|archiv|kategorien|schlagwörter|themen|nach oben|weiter|zurück|inhalt|zum inhalt|sprache|mediadaten|presse|schließen|
    accueil|à propos|qui sommes nous|contactez nous|rechercher|recherche|connexion|se connecter|mon compte|aide|plan du site|catégories|suivant|précédent|retour|fermer|rubriques|inicio|portada|quiénes somos|nosotros|contacto|buscar|búsqueda|iniciar sesión|mi cuenta|ayuda|mapa del sitio|categorías|siguiente|anterior|cerrar|secciones|
    chi siamo|contatti|cerca|accedi|area riservata|aiuto|categorie|successivo|precedente|chiudi|redazione|início|página inicial|quem somos|sobre|contato|contacto|buscar|pesquisar|entrar|ajuda|próximo|fechar|strona główna|o nas|kontakt|szukaj|zaloguj|moje konto|pomoc|kategorie|następny|poprzedni|zamknij|redakcja|
    over ons|zoeken|inloggen|mijn account|hulp|categorieën|volgende|vorige|sluiten|hem|om oss|kontakta oss|sök|logga in|mitt konto|hjälp|kategorier|nästa|föregående|stäng|forside|om os|søg|log ind|min konto|hjælp|næste|forrige|luk|hjem|søk|logg inn|etusivu|tietoa meistä|yhteystiedot|haku|hae|kirjaudu|valikko|seuraava|edellinen|sulje|
    domů|úvod|hledat|vyhledávání|přihlásit|přihlášení|nápověda|další|předchozí|zavřít|kezdőlap|főoldal|rólunk|kapcsolat|keresés|belépés|bejelentkezés|acasă|despre noi|căutare|autentificare|αρχική|σχετικά με|επικοινωνία|αναζήτηση|σύνδεση|главная|о нас|о компании|контакты|поиск|войти|вход|регистрация|меню|помощь|anasayfa|ana sayfa|hakkımızda|iletişim|arama|giriş|giriş yap|menü`,
  'legal': `copyright|all rights reserved|rights reserved|privacy|privacy policy|terms|terms of use|terms of service|terms and conditions|conditions|cookie|cookies|cookie policy|accessibility|disclaimer|imprint|legal|legal notice|consent|gdpr|do not sell|trademark*|licence|license|reproduction|
    impressum|datenschutz|datenschutzerklärung|agb|nutzungsbedingungen|alle rechte vorbehalten|barrierefreiheit|widerruf|einwilligung|urheberrecht|mentions légales|politique de confidentialité|confidentialité|cgu|cgv|conditions générales|tous droits réservés|données personnelles|droits réservés|
    aviso legal|política de privacidad|privacidad|condiciones|términos|todos los derechos reservados|derechos reservados|note legali|informativa|privacidade|termos|política de privacidade|todos os direitos reservados|tutti i diritti riservati|diritti riservati|condizioni|p iva|partita iva|
    polityka prywatności|prywatności|regulamin|wszelkie prawa zastrzeżone|prawa zastrzeżone|rodo|privacybeleid|privacyverklaring|voorwaarden|algemene voorwaarden|alle rechten voorbehouden|personuppgifter|integritetspolicy|villkor|upphovsrätt|privatlivspolitik|betingelser|personvern|vilkår|tietosuoja*|käyttöehdot|evästeet|
    ochrana osobních údajů|osobních údajů|obchodní podmínky|podmínky|všechna práva vyhrazena|adatvédelm*|felhasználási feltételek|minden jog fenntartva|confidențialitate|termeni și condiții|toate drepturile rezervate|όροι χρήσης|απόρρητο|πολιτική απορρήτου|πνευματικά δικαιώματα|политика конфиденциальности|конфиденциальности|пользовательское соглашение|все права защищены|gizlilik|kvkk|çerez*|kullanım koşulları|tüm hakları saklıdır`,
  'share': `share|share this|tweet|facebook|twitter|instagram|linkedin|pinterest|youtube|whatsapp|telegram|reddit|tumblr|google|email|e mail|print|bookmark|like|likes|follow|follow us|followers|copy link|link copied|flipboard|tiktok|mastodon|bluesky|x|
    teilen|drucken|folgen|merken|per mail|empfehlen|versenden|partager|imprimer|envoyer|suivez nous|suivre|compartir|imprimir|síguenos|seguir|enviar|condividi|stampa|seguici|invia|compartilhar|compartilhe|siga|udostępnij|drukuj|obserwuj|polub|delen|volg ons|volg|afdrukken|dela|skriv ut|följ oss|del|følg|udskriv|skriv ut|jaa|tulosta|seuraa|sdílet|vytisknout|sledujte|megosztás|nyomtatás|kövess|distribuie|urmărește|κοινοποίηση|εκτύπωση|поделиться|распечатать|подписывайтесь|paylaş|yazdır|takip et`,
  'comment': `comment|comments|reply|replies|leave a comment|leave a reply|post a comment|add a comment|discussion|votes|upvote|report comment|report this|report post|report abuse|quote|posts|posted|topic|thread|rating|reviews|review|kommentar|kommentare|antworten|antwort|kommentieren|diskussion|beiträge|bewertung*|commentaire*|répondre|laisser un commentaire|avis|réponse*|comentario*|comentarios|responder|comentar|commenti|commento|rispondi|commenta|comentário*|komentarz|komentarze|odpowiedz|skomentuj|reactie|reacties|reageer|beantwoorden|kommentarer|svara|svar|skriv kommentar|kommentit|kommentoi|vastaa|komentář*|odpovědět|diskuse|hozzászólás*|válasz|comentarii|răspunde|σχόλια|σχόλιο|απάντηση|комментари*|ответить|yorum*|yanıtla|cevapla`,
  'byline': `by|written by|posted by|author|reporter|editor|correspondent|staff|updated|published|last updated|posted on|published on|min read|minutes read|minute read|photo|image|credit|source|getty images|reuters|ap|afp|
    von|autor|autorin|veröffentlicht|aktualisiert|stand|redaktion|foto|bild|quelle|lesezeit|dpa|uhr|par|publié le|publié|mis à jour|mis à jour le|auteur|crédit|rédaction|por|publicado|actualizado|redacción|fotografía|fuente|di|pubblicato|aggiornato|autore|fonte|atualizado|publicado em|autor|opublikowano|aktualizacja|fot|źródło|door|gepubliceerd|bijgewerkt|redactie|beeld|leestijd|bron|av|publicerad|uppdaterad|af|udgivet|opdateret|publisert|oppdatert|julkaistu|päivitetty|kuva|vydáno|aktualizováno|zdroj|megjelent|frissítve|forrás|fotó|publicat|sursa|δημοσίευση|ενημέρωση|πηγή|опубликовано|обновлено|фото|источник|автор|yayınlanma|güncelleme|kaynak|haberi`,
  'you-and-your': `you|your|yours|yourself|you re|you ll|du|dein|deine|deinen|deiner|dich|dir|ihr|ihre|ihren|ihnen|ihrem|ihrer|sie|vous|votre|vos|tu|tes|usted|ustedes|tuyo|voi|vostro|vostra|tua|tuoi|você|seu|sua|twój|twoje|twojej|ciebie|państwa|państwo|je|jouw|uw|din|ditt|dina|dig|dit|dine|deg|sinun|teidän|vás|váš|vaše|vám|önnek|ön|tău|dumneavoastră|σας|σου|вам|вас|ваш|ваши|вашего|siz|sizin|size`,
  'we-and-our': `we|our|us|we re|we ve|ours|wir|unser|unsere|unseren|unserer|unserem|uns|nous|notre|nos|nosotros|nuestro|nuestra|nuestros|nuestras|noi|nostro|nostra|nostri|nostre|nosso|nossa|nossos|nossas|nasz|nasze|naszej|naszych|nami|wij|we|onze|ons|vi|vår|våra|vårt|vores|våre|me|meidän|my|náš|naše|našeho|našich|mi|nostru|noastră|εμείς|μας|мы|наш|наши|нашего|нашей|biz|bizim`,
} as const satisfies Record<string, string>;

export type CueGroup = keyof typeof CUE_GROUPS;

/** Names of the groups, in the order of the numbers that `countCues` counts. */
export const CUE_NAMES = Object.keys(CUE_GROUPS) as CueGroup[];

/** Cues of scripts written without spaces, looked for as substrings. */
const SPACELESS_CUES: readonly (readonly [CueGroup, RegExp])[] = [
  ['advert-label', /広告|スポンサー|［?PR］?(?![a-z])|提供[:：]|タイアップ|广告|推广|赞助|โฆษณา/i],
  ['sign-up-pitch', /メルマガ|メールマガジン|購読|会員登録|有料会員|ニュースレター|订阅|訂閱|邮件|สมัครสมาชิก/],
  ['offer', /無料|割引|クーポン|キャンペーン|お得|セール|プレゼント|特典|当選|免费|免費|优惠|折扣|抽奖|ฟรี|ส่วนลด/],
  ['buy', /購入|注文|通販|価格|円|買う|予約|ショップ|购买|下单|价格|立即购买|ซื้อ|ราคา/],
  ['whitepaper', /ホワイトペーパー|ウェビナー|導入事例|白皮书|白皮書|在线研讨会/],
  ['download-or-event', /ダウンロード|セミナー|イベント|資料請求|講座|研修|アプリ|申し込み|お申込|下载|研讨会|报名|活动|课程|ดาวน์โหลด|สัมมนา/],
  ['donation', /寄付|寄附|ご支援|捐款|捐赠|บริจาค/],
  ['job', /求人|転職|採用|キャリア|招聘|职位|รับสมัครงาน/],
  ['teaser-heading', /関連記事|関連|おすすめ|ランキング|人気記事|新着|最新記事|注目|あわせて読みたい|こちらも|ピックアップ|相关|相關|推荐|推薦|热门|最新|排行|更多|阅读更多|延伸阅读|ข่าวที่เกี่ยวข้อง|ข่าวล่าสุด/],
  ['menu-word', /ホーム|トップページ|お問い合わせ|検索|ログイン|メニュー|会社概要|サイトマップ|ヘルプ|一覧|次へ|前へ|首页|关于我们|联系我们|搜索|登录|注册|导航|หน้าแรก|ค้นหา|ติดต่อ/],
  ['legal', /著作権|無断転載|利用規約|プライバシー|個人情報|免責|特定商取引|版权|隐私|条款|备案|นโยบาย|สงวนลิขสิทธิ์/],
  ['share', /シェア|ツイート|フォロー|印刷|いいね|分享|微信|微博|转发|收藏|打印|แชร์/],
  ['comment', /コメント|返信|口コミ|レビュー|评论|回复|ความคิดเห็น/],
  ['byline', /記者|撮影|更新|公開|写真|编辑|来源|作者|发布|责任编辑|摄/],
];
const SPACELESS = /[\u0e00-\u0e7f\u3040-\u30ff\u4e00-\u9fff]/;

/** Cues are written with the word before an apostrophe apart: `s abonner`, `don t miss`. */
const APOSTROPHE = /['’]/;

const MIN_PREFIX_CHARS = 3;

/** Phrases as a tree of words. */
interface PhraseNode {
  /** The groups of the phrase that ends here. */
  groups: number[];
  next: Map<string, PhraseNode>;
}

const phrases: PhraseNode = { groups: [], next: new Map() };
/** Spares most words the look-up in `prefixes`: whether one may begin with characters of this number. */
const isStart = new Uint8Array(0x1000);
const startNumber = (word: string) => (word.charCodeAt(0) * 961 + word.charCodeAt(1) * 31 + word.charCodeAt(2)) & 0xfff;
/** Beginnings of words by their first `MIN_PREFIX_CHARS` characters. */
const prefixes = new Map<string, { prefix: string; group: number }[]>();
CUE_NAMES.forEach((name, group) => {
  for (const cue of new Set(CUE_GROUPS[name].split('|').map((entry) => entry.trim()))) {
    if (cue.endsWith('*')) {
      isStart[startNumber(cue)] = 1;
      const start = cue.slice(0, MIN_PREFIX_CHARS);
      prefixes.set(start, [...(prefixes.get(start) ?? []), { prefix: cue.slice(0, -1), group }]);
      continue;
    }
    let node = phrases;
    for (const word of cue.split(' ')) {
      if (!node.next.has(word)) node.next.set(word, { groups: [], next: new Map() });
      node = node.next.get(word)!;
    }
    node.groups.push(group);
  }
});

/** How often each cue group occurs in a text, given its folded words; length `CUE_NAMES.length`. */
export function countCues(folded: readonly string[], text: string): Uint8Array {
  const words = APOSTROPHE.test(text) ? folded.flatMap((word) => (APOSTROPHE.test(word) ? word.split(APOSTROPHE).filter(Boolean) : word)) : folded;
  const counts = new Uint8Array(CUE_NAMES.length);
  const add = (group: number) => {
    if (counts[group] < 255) counts[group]++;
  };
  for (let i = 0; i < words.length; i++) {
    const word = words[i];
    if (word.length >= MIN_PREFIX_CHARS && isStart[startNumber(word)]) {
      const starts = prefixes.get(word.slice(0, MIN_PREFIX_CHARS));
      if (starts) for (const { prefix, group } of starts) if (word.startsWith(prefix)) add(group);
    }
    let node = phrases.next.get(word);
    for (let k = i + 1; node; k++) {
      for (const group of node.groups) add(group);
      if (k === words.length || !node.next.size) break;
      node = node.next.get(words[k]);
    }
  }
  if (SPACELESS.test(text)) {
    for (const [name, pattern] of SPACELESS_CUES) if (pattern.test(text)) add(CUE_NAMES.indexOf(name));
  }
  return counts;
}
